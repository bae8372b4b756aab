//! Signatures, checked by WebCrypto.

use std::cell::RefCell;

use js_sys::{Array, JSON, Object, Reflect, Uint8Array};
use vestibule_protocol::{Algorithm, SignatureQuestion};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

use crate::window;

/// A key as WebCrypto holds it, with its algorithm as WebCrypto names it, and what both were made of.
struct Imported {
    algorithm: Algorithm,
    key_json: String,
    ready: Ready,
}

#[derive(Clone)]
struct Ready {
    algorithm: Object,
    key: CryptoKey,
}

thread_local! {
    /// The key that was used last: a server signs with one for months, and reading it takes longer than using it.
    static LAST: RefCell<Option<Imported>> = const { RefCell::new(None) };
}

/// Whether the key made the signature, by WebCrypto's word; any exception (a key it does not take, an algorithm it does not
/// have) is a no.
///
/// It answers a [`SignatureQuestion`], step 4 of the checks of an ID token in `vestibule_protocol::id_token`.
pub async fn signature_is_valid(question: &SignatureQuestion) -> bool {
    verify(question).await.unwrap_or(false)
}

async fn verify(question: &SignatureQuestion) -> Result<bool, JsValue> {
    let subtle = window::subtle_crypto().ok_or(JsValue::UNDEFINED)?;
    let Ready { algorithm, key } = ready(question, &subtle).await?;
    let signature = Uint8Array::from(question.signature());
    let input = Uint8Array::from(question.signing_input());
    let verdict =
        subtle.verify_with_object_and_js_u8_array_and_js_u8_array(&algorithm, &key, &signature, &input)?;
    Ok(JsFuture::from(verdict).await? == JsValue::TRUE)
}

async fn ready(question: &SignatureQuestion, subtle: &SubtleCrypto) -> Result<Ready, JsValue> {
    if let Some(ready) = LAST.with_borrow(|last| remembered(last.as_ref()?, question)) {
        return Ok(ready);
    }
    let algorithm = algorithm(question)?;
    let key: Object = JSON::parse(question.key_json())?.dyn_into()?;
    let uses = Array::of1(&"verify".into());
    let key = subtle.import_key_with_object("jwk", &key, &algorithm, false, &uses)?;
    let key: CryptoKey = JsFuture::from(key).await?.dyn_into()?;
    let ready = Ready { algorithm, key };
    LAST.set(Some(Imported {
        algorithm: question.algorithm(),
        key_json: question.key_json().to_owned(),
        ready: ready.clone(),
    }));
    Ok(ready)
}

fn remembered(last: &Imported, question: &SignatureQuestion) -> Option<Ready> {
    let same = last.algorithm == question.algorithm() && last.key_json == question.key_json();
    same.then(|| last.ready.clone())
}

/// The algorithm as WebCrypto names it, with every member that importing or verifying looks at.
fn algorithm(question: &SignatureQuestion) -> Result<Object, JsValue> {
    let algorithm = question.algorithm();
    let object = Object::new();
    let set = |name: &str, value: JsValue| Reflect::set(&object, &name.into(), &value).map(drop);
    set("name", algorithm.web_crypto_name().into())?;
    if let Some(hash) = algorithm.hash_name() {
        set("hash", hash.into())?;
    }
    if let Some(curve) = algorithm.curve_name() {
        set("namedCurve", curve.into())?;
    }
    if let Some(length) = algorithm.salt_length() {
        set("saltLength", length.into())?;
    }
    Ok(object)
}

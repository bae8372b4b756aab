//! Signatures, checked by WebCrypto.

use js_sys::{Array, JSON, Object, Reflect, Uint8Array};
use vestibule_protocol::SignatureQuestion;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::CryptoKey;

use crate::window;

/// Asks WebCrypto; any exception (a key it does not take, an algorithm it does not have) is a no.
pub(crate) async fn is_valid(question: &SignatureQuestion) -> bool {
    verify(question).await.unwrap_or(false)
}

async fn verify(question: &SignatureQuestion) -> Result<bool, JsValue> {
    let subtle = window::subtle_crypto().ok_or(JsValue::UNDEFINED)?;
    let algorithm = algorithm(question)?;
    let key: Object = JSON::parse(question.key_json())?.dyn_into()?;
    let uses = Array::of1(&"verify".into());
    let key = subtle.import_key_with_object("jwk", &key, &algorithm, false, &uses)?;
    let key: CryptoKey = JsFuture::from(key).await?.dyn_into()?;
    let signature = Uint8Array::from(question.signature());
    let input = Uint8Array::from(question.signing_input());
    let verdict =
        subtle.verify_with_object_and_js_u8_array_and_js_u8_array(&algorithm, &key, &signature, &input)?;
    Ok(JsFuture::from(verdict).await? == JsValue::TRUE)
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

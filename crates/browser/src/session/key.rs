//! The browser's key for proofs of possession: made once, kept in the browser's database, and never to be read out.

use js_sys::{Array, Object, Reflect, Uint8Array};
use vestibule_protocol::ProofKey;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

use super::key_store;
use crate::window;

/// An uncompressed point: a mark and two coordinates (SEC 1, section 2.3.3).
const POINT: usize = 65;

/// The public half of the key of this name; a new key where there is none. None where the browser keeps no keys.
pub(super) async fn find_or_make(name: &str) -> Option<ProofKey> {
    let pair = match key_store::get(name).await.ok()? {
        Some(pair) => pair,
        None => make(name).await.ok()?,
    };
    public_half(&pair).await.ok()?
}

/// The signature of the key of this name, R and S of 32 octets each; none when the key is gone.
pub(super) async fn sign(name: &str, input: &[u8]) -> Option<Vec<u8>> {
    let pair = key_store::get(name).await.ok()??;
    let private = member(&pair, "privateKey")?;
    let algorithm = dictionary(&[("name", "ECDSA".into()), ("hash", "SHA-256".into())])?;
    let promise = subtle()?
        .sign_with_object_and_u8_array(&algorithm, &private, input)
        .ok()?;
    let signature = JsFuture::from(promise).await.ok()?;
    Some(Uint8Array::new(&signature).to_vec())
}

/// Throws the key away.
pub(super) async fn forget(name: &str) {
    // What cannot be deleted cannot be read either; the next login makes its own.
    let _ = key_store::delete(name).await;
}

async fn make(name: &str) -> Result<JsValue, JsValue> {
    let algorithm =
        dictionary(&[("name", "ECDSA".into()), ("namedCurve", "P-256".into())]).ok_or(JsValue::UNDEFINED)?;
    let uses = Array::of1(&"sign".into());
    let subtle = subtle().ok_or(JsValue::UNDEFINED)?;
    // `false`: no script, ours included, can read the private half.
    let promise = subtle.generate_key_with_object(&algorithm, false, &uses)?;
    let pair = JsFuture::from(promise).await?;
    key_store::put(name, &pair).await?;
    Ok(pair)
}

async fn public_half(pair: &JsValue) -> Result<Option<ProofKey>, JsValue> {
    let public = member(pair, "publicKey").ok_or(JsValue::UNDEFINED)?;
    let subtle = subtle().ok_or(JsValue::UNDEFINED)?;
    let point = JsFuture::from(subtle.export_key("raw", &public)?).await?;
    let point = Uint8Array::new(&point).to_vec();
    Ok(coordinates(&point).map(|(x, y)| ProofKey::new(&x, &y)))
}

fn coordinates(point: &[u8]) -> Option<([u8; 32], [u8; 32])> {
    let point: &[u8; POINT] = point.try_into().ok()?;
    Some((point[1..33].try_into().ok()?, point[33..].try_into().ok()?))
}

fn member(pair: &JsValue, name: &str) -> Option<CryptoKey> {
    Reflect::get(pair, &name.into()).ok()?.dyn_into().ok()
}

fn dictionary(members: &[(&str, JsValue)]) -> Option<Object> {
    let dictionary = Object::new();
    for (name, value) in members {
        Reflect::set(&dictionary, &(*name).into(), value).ok()?;
    }
    Some(dictionary)
}

fn subtle() -> Option<SubtleCrypto> {
    window::subtle_crypto()
}

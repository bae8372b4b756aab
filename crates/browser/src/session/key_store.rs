//! A table of keys in the browser's database: get, put, delete.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransactionMode};

use crate::window;

const DATABASE: &str = "vestibule";
const TABLE: &str = "keys";

/// The value of this name, if there is one.
pub(super) async fn get(name: &str) -> Result<Option<JsValue>, JsValue> {
    let (database, table) = open(IdbTransactionMode::Readonly).await?;
    let value = done(&table.get(&name.into())?).await;
    database.close();
    value.map(|value| Some(value).filter(|value| !value.is_undefined()))
}

/// Puts a value there.
pub(super) async fn put(name: &str, value: &JsValue) -> Result<(), JsValue> {
    let (database, table) = open(IdbTransactionMode::Readwrite).await?;
    let put = done(&table.put_with_key(value, &name.into())?).await;
    database.close();
    put.map(drop)
}

/// Takes the value away.
pub(super) async fn delete(name: &str) -> Result<(), JsValue> {
    let (database, table) = open(IdbTransactionMode::Readwrite).await?;
    let deleted = done(&table.delete(&name.into())?).await;
    database.close();
    deleted.map(drop)
}

async fn open(mode: IdbTransactionMode) -> Result<(IdbDatabase, IdbObjectStore), JsValue> {
    let factory = window::window().indexed_db()?.ok_or(JsValue::UNDEFINED)?;
    let request = factory.open(DATABASE)?;
    let opening: IdbOpenDbRequest = request.clone();
    let create = Closure::once(move |_: JsValue| {
        if let Ok(database) = opening.result() {
            let database: IdbDatabase = database.unchecked_into();
            // It fails only when the table is there, and then it need not be made.
            let _ = database.create_object_store(TABLE);
        }
    });
    request.set_onupgradeneeded(Some(create.as_ref().unchecked_ref()));
    let database: IdbDatabase = done(&request).await?.unchecked_into();
    let table = database
        .transaction_with_str_and_mode(TABLE, mode)?
        .object_store(TABLE)?;
    Ok((database, table))
}

/// Waits for a request of the database's.
async fn done(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(promise).await?;
    request.result()
}

//! The widget as the login page of the authorization server itself (cargo feature `hosted`): its config, from what the server has written
//! into the page.

use vestibule_browser::{advise, dom, page};
use vestibule_flow::{Advice, Config};
use vestibule_protocol::hosted::HostedPage;

use crate::host::HostError;

/// The config of a hosted login page, from its element with this id, which holds what Auth0 writes in the place of `@@config@@`:
///
/// ```html
/// <script type="application/json" id="hosted">@@config@@</script>
/// ```
///
/// Nothing of it runs, so that the page needs no inline script. The server is that of the page.
///
/// # Errors
///
/// There is no such element, or what it holds is no configuration of a hosted page. The console says so too.
///
/// ```no_run
/// let config = vestibule::hosted_config("hosted")?;
/// # Ok::<(), vestibule::HostError>(())
/// ```
pub fn hosted_config(id: &str) -> Result<Config, HostError> {
    let unreadable = |why: String| {
        let error = HostError::Unreadable(why);
        advise(|| Advice::Config(format!("#{id}: {error}")));
        error
    };
    let written = dom::text_of(id).ok_or_else(|| unreadable("the page has no such element".to_owned()))?;
    let told = HostedPage::from_page(&written).map_err(|broken| unreadable(broken.to_string()))?;
    Ok(Config::hosted(format!("{}/", page().origin), &told))
}

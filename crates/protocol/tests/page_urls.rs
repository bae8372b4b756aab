//! The page's URL after the response was taken out of it.

use vestibule_protocol::authorize::without_response;

#[test]
fn the_response_goes_and_everything_else_stays_as_it_stands() {
    let cases = [
        ("https://a.example/cb?code=c&state=s", "https://a.example/cb"),
        (
            "https://a.example/cb?code=c&state=s&iss=x#/route?x=1",
            "https://a.example/cb#/route?x=1",
        ),
        (
            "https://a.example/cb?tab=1&code=c&q=a%20b+c&state=s&tab=2",
            "https://a.example/cb?tab=1&q=a%20b+c&tab=2",
        ),
        (
            "https://a.example/cb?error=access_denied&error_description=No&state=s",
            "https://a.example/cb",
        ),
        ("https://a.example/cb?%63ode=c&st%61te=s", "https://a.example/cb"),
        (
            "https://a.example/cb?x=1#code=c&state=s",
            "https://a.example/cb?x=1",
        ),
        (
            "https://a.example/cb#access_token=t&state=s&token_type=Bearer",
            "https://a.example/cb",
        ),
        ("/cb?code=c&state=s&&", "/cb"),
        // The page's own parameters, of whatever name.
        ("https://a.example/?code=PROMO", "https://a.example/?code=PROMO"),
        (
            "https://a.example/?state=open&scope=all",
            "https://a.example/?state=open&scope=all",
        ),
        (
            "https://a.example/?q=100%&code=%zz",
            "https://a.example/?q=100%&code=%zz",
        ),
        ("https://a.example/?", "https://a.example/?"),
        ("https://a.example/#", "https://a.example/#"),
        ("https://a.example/#/cb", "https://a.example/#/cb"),
        ("", ""),
    ];
    for (url, expected) in cases {
        assert_eq!(without_response(url), expected, "{url}");
    }
}

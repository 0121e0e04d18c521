//! The boot policy is in force, and Attune lives within it.
//! Never relaxes it for a test: what is provoked here is provoked on the release page.

use crate::support::Outcome;
use crate::support::page::Page;
use serde_json::Value;

pub async fn the_policy_reports_no_violation(page: Page) -> Outcome {
    assert!(page.is("document.head.firstElementChild.httpEquiv === 'Content-Security-Policy'").await?);
    assert!(page.is("document.querySelectorAll('script').length === 1 && document.scripts[0].integrity").await?);
    assert_eq!(page.violations(), Vec::<String>::new());
    assert_eq!(page.errors().await?, Vec::<String>::new());
    Ok(())
}

/// Also shows that the reports, on which every other promise relies, do arrive.
pub async fn the_policy_stops_what_is_not_ours(page: Page) -> Outcome {
    let fetched = "return fetch('http://127.0.0.1:9/').then(() => 'let through', () => 'stopped')";
    assert_eq!(page.script(fetched, vec![]).await?, Value::from("stopped"));
    page.wait_until("a report", async || Ok(page.violations().iter().any(|it| it.contains("connect-src")))).await?;
    page.script("const it = document.createElement('p'); it.setAttribute('style', 'color: red'); document.body.append(it)", vec![]).await?;
    page.wait_until("a report", async || Ok(page.violations().iter().any(|it| it.contains("style-src")))).await?;
    page.forgive().await
}

pub async fn no_string_becomes_markup_or_a_script(page: Page) -> Outcome {
    let table = [
        "it.innerHTML = '<p class=\"a\">b</p>'",
        "it.innerHTML = '<img src=x onerror=alert(1)>'",
        "it.innerHTML = '<script>1</script>'",
        "it.insertAdjacentHTML('beforeend', '<p class=\"a\">b</p>')",
        "it.outerHTML = '<p class=\"a\">b</p>'",
        "document.write('<p class=\"a\">b</p>')",
        "document.createElement('script').src = 'x.js'",
        "document.createElement('script').text = '1'",
        "document.createElement('iframe').srcdoc = '<p class=\"a\">b</p>'",
        "trustedTypes.createPolicy('mine', {})",
        "trustedTypes.createPolicy('default', {})",
    ];
    for attempt in table {
        let script = format!("const it = document.body.appendChild(document.createElement('div')); try {{ {attempt}; return true }} catch {{ return false }}");
        assert_eq!(page.script(&script, vec![]).await?, Value::from(false), "{attempt}");
    }
    page.forgive().await
}

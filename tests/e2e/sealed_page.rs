//! The boot policy is in force, and Attune lives within it.
//! Never relaxes it for a test: what is provoked here is provoked on the release page.

use crate::support::Outcome;
use crate::support::page::Page;
use serde_json::Value;

pub async fn the_policy_reports_no_violation(page: Page) -> Outcome {
    assert!(page.is("document.head.firstElementChild.httpEquiv === 'Content-Security-Policy'").await?);
    assert!(page.is("document.querySelectorAll('script').length === 1 && document.scripts[0].integrity").await?);
    page.see_it_whole().await?;
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

/// Once it has all it needs, not even where it came from can be asked, and nothing can be started that could.
pub async fn a_page_that_runs_is_sealed_from_its_own_server_too(page: Page) -> Outcome {
    page.see_it_whole().await?;
    let before = page.requests();
    let refused = "let answer; try { answer = await ATTEMPT } catch { return 'refused' } return String(answer)";
    let heard = |start: &str| format!("new Promise((heard, failed) => {{ const it = {start}; it.onload = it.onmessage = heard; it.onerror = failed }})");
    let element = |name: &str| heard(&format!("Object.assign(document.createElement('{name}'), {{ src: './rings.svg?{name}' }})"));
    for attempt in [
        "fetch('./index.html')".to_owned(),
        element("img"),
        heard("new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))"),
        heard("new Worker('./worker.js')"),
        "Promise.resolve(trustedTypes.createPolicy('attune-worker', {}))".to_owned(),
    ] {
        let script = format!("return (async () => {{ {} }})()", refused.replace("ATTEMPT", &attempt));
        assert_eq!(page.script(&script, vec![]).await?, Value::from("refused"), "{attempt}");
    }
    page.script("document.querySelectorAll('meta[http-equiv]').forEach((it) => it.remove())", vec![]).await?;
    let fetched = "return fetch('./index.html').then(() => 'let through', () => 'refused')";
    assert_eq!(page.script(fetched, vec![]).await?, Value::from("refused"));
    assert_eq!(page.requests(), before);
    page.forgive().await
}

pub async fn no_string_becomes_markup_or_a_script(page: Page) -> Outcome {
    page.see_it_whole().await?;
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
        "trustedTypes.createPolicy('attune-worker', {})",
        "trustedTypes.createPolicy('default', {})",
    ];
    for attempt in table {
        let script = format!("const it = document.body.appendChild(document.createElement('div')); try {{ {attempt}; return true }} catch {{ return false }}");
        assert_eq!(page.script(&script, vec![]).await?, Value::from(false), "{attempt}");
    }
    page.forgive().await
}

//! The worker's own files, started as the page starts them, on an empty page under the policies that the page seals itself
//! with. That the page starts them too shows in its seal, which it closes only behind a worker that runs.
//! Never asks the page itself: what it derives goes to the desk and to nobody else.

use attune::chart::qr::{Qr, Spare};
use attune::domain::SecretKey;
use attune::sealed_file::{self, WorkFactor};
use attune::vault::cost::Cost;
use attune::vault::way::Salt;
use attune::worker::{Answer, Picture, Task};
use serde_json::{Value, json};

use crate::support::Outcome;
use crate::support::page::Page;
use crate::support::server::BLANK;
use crate::walk::{enter, write};

/// `arguments`: the page's policies, then what to add to the script. Leaves `ask(number, task)`, which gives the answer's
/// bytes or nothing, and `heard`, what workers told on the channel `probe`.
const START: &str = "return (async () => {
    const [policies, added] = arguments;
    const page = new DOMParser().parseFromString(await (await fetch('/')).text(), 'text/html');
    const [script, scriptIntegrity, program, programIntegrity] = page.querySelector('meta[name=worker]').content.split(' ');
    const bytes = async (name, integrity) => (await fetch(name, { integrity })).arrayBuffer();
    const start = '\\nonmessage=(it)=>{wasm_bindgen.initSync({module:it.data[0]});onmessage(it)};';
    const blob = new Blob([await bytes(script, scriptIntegrity), start, added]);
    const module = await WebAssembly.compile(await bytes(program, programIntegrity));
    for (const content of policies) {
        const meta = document.createElement('meta');
        meta.setAttribute('http-equiv', 'Content-Security-Policy');
        meta.setAttribute('content', content);
        document.head.append(meta);
    }
    window.heard = [];
    window.channel = new BroadcastChannel('probe');
    channel.onmessage = ({ data }) => heard.push(data);
    let address = URL.createObjectURL(blob);
    if (window.trustedTypes) address = trustedTypes.createPolicy('attune-worker', { createScriptURL: (it) => it }).createScriptURL(address);
    const worker = new Worker(address);
    const waiting = new Map();
    const stands = new Promise((resolve) => waiting.set(true, resolve));
    worker.onmessage = ({ data: [number, answer] }) => waiting.get(number)(answer && [...answer]);
    worker.onerror = (event) => waiting.forEach((resolve) => resolve('gone'));
    worker.postMessage([module, blob]);
    window.ask = (number, task) => {
        worker.postMessage([number, Uint8Array.from(task)]);
        return new Promise((resolve) => waiting.set(number, resolve));
    };
    return (await stands) ?? 'stands';
})()";

/// An empty page with a running worker, whose script ends in `added`, under the policies that the page itself has.
async fn start(page: &Page, added: &str) -> Outcome {
    page.see_it_whole().await?;
    let policies = "return [...document.querySelectorAll('meta[http-equiv]')].map((it) => it.content)";
    let Value::Array(mut policies) = page.script(policies, vec![]).await? else { return Err("no policies".into()) };
    // The last one closes behind the worker.
    policies.truncate(2);
    start_under(page, policies, added).await
}

async fn start_under(page: &Page, policies: Vec<Value>, added: &str) -> Outcome {
    page.driver().goto(format!("{}{BLANK}", page.address())).await?;
    assert_eq!(page.script(START, vec![policies.into(), added.into()]).await?, Value::from("stands"));
    Ok(())
}

/// What the worker answers to these bytes; nothing where the one that had them died.
async fn ask(page: &Page, number: u32, task: &[u8]) -> Outcome<Option<Answer>> {
    let answer = page.script("return ask(arguments[0], arguments[1])", vec![number.into(), json!(task)]).await?;
    let bytes: Option<Vec<u8>> = serde_json::from_value(answer)?;
    Ok(bytes.and_then(|bytes| Answer::read(&bytes)))
}

/// Of "password" with this cost and salt, by the reference implementation in C.
const DERIVED: &str = "02f4b18993f995a4f1bd2cae2a8763827b55190774aee2967ee7ab8d2bf0b5f5";

fn derivation() -> Vec<u8> {
    let task = Task::Derive { secret: b"password".to_vec().into(), salt: Salt(*b"somesalt12345678"), cost: Cost::NEW };
    task.write().to_vec()
}

fn assert_derived(answer: Option<Answer>) {
    let Some(Answer::Derived(key)) = answer else { panic!("no key") };
    let hex: String = key.to_wire().iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, DERIVED);
}

pub async fn the_worker_derives_seals_and_opens_under_the_pages_seal(page: Page) -> Outcome {
    start(&page, "").await?;
    assert_derived(ask(&page, 1, &derivation()).await?);

    let (plain, passphrase) = (b"what was heard".to_vec(), "grün und still".to_owned());
    let task = Task::Seal { plain: plain.clone().into(), passphrase: passphrase.clone().into() };
    let Some(Answer::Sealed(Ok(file))) = ask(&page, 2, &task.write()).await? else { panic!("not sealed") };
    assert_eq!(sealed_file::open(&file, &passphrase).map(|it| it.to_vec()), Ok(plain.clone()));

    // The work that the `age` command asks for: 256 MiB.
    let work = WorkFactor::parse(18).map_err(|_| "no such work")?;
    let file = sealed_file::seal(&plain, &passphrase, work).map_err(|_| "not sealed")?;
    let task = Task::Open { file, passphrase: passphrase.into() };
    let Some(Answer::Opened(Ok(opened))) = ask(&page, 3, &task.write()).await? else { panic!("not opened") };
    assert_eq!(*opened, plain);
    page.forgive().await
}

pub async fn the_worker_seals_for_a_key_and_reads_a_code_under_the_pages_seal(page: Page) -> Outcome {
    start(&page, "").await?;
    let secret = SecretKey::new([7; 32]);
    let task = Task::PublicKey { secret: secret.clone() };
    let Some(Answer::PublicKey(key)) = ask(&page, 1, &task.write()).await? else { panic!("no key") };
    assert_eq!(key, sealed_file::public_key(&secret));

    let plain = b"what was heard".to_vec();
    let task = Task::SealForKey { plain: plain.clone().into(), key };
    let Some(Answer::KeySealed(Ok(file))) = ask(&page, 2, &task.write()).await? else { panic!("not sealed") };
    let keys = vec![SecretKey::new([8; 32]), secret];
    let task = Task::OpenWithKeys { file, keys };
    let Some(Answer::KeyOpened(Ok((1, opened)))) = ask(&page, 3, &task.write()).await? else { panic!("not opened") };
    assert_eq!(*opened, plain);

    let code = Qr::new("ATTUNE", Spare::Some).ok_or("no code")?;
    let side = 4 * code.side();
    let is_dark = |at: usize| code.is_dark(at / side / 4, at % side / 4);
    let grey = (0..side * side).map(|at| if is_dark(at) { 0 } else { 255 }).collect();
    let task = Task::ReadPicture(Picture::new(side, grey).ok_or("no picture")?);
    let Some(Answer::Texts(texts)) = ask(&page, 4, &task.write()).await? else { panic!("not read") };
    assert_eq!(texts, ["ATTUNE"]);
    page.forgive().await
}

/// Runs in each worker before its first message, in the one that leads and in those with a task.
const PROBE: &str = "
    const probed = (async () => {
        const attempts = {
            fetch: () => fetch(new URL('/index.html', location.origin)),
            elsewhere: () => fetch('http://127.0.0.1:9/', { mode: 'no-cors' }),
            socket: () => new Promise((opened, failed) => { const it = new WebSocket('ws://127.0.0.1:9/'); it.onopen = opened; it.onerror = failed; }),
            script: () => importScripts(location.origin + '/worker.js'),
            worker: () => new Worker(location.origin + '/worker.js'),
            policy: () => trustedTypes.createPolicy('mine', {}),
        };
        const through = [];
        for (const [name, attempt] of Object.entries(attempts)) try { await attempt(); through.push(name); } catch {}
        new BroadcastChannel('probe').postMessage(through);
    })();
    const begin = onmessage;
    onmessage = async (it) => { await probed; begin(it); };";

pub async fn the_worker_reaches_nothing(page: Page) -> Outcome {
    start(&page, PROBE).await?;
    let before = page.requests();
    assert_derived(ask(&page, 1, &derivation()).await?);
    page.wait_until("the word of both workers", async || page.is("heard.length === 2").await).await?;
    assert_eq!(page.script("return heard", vec![]).await?, json!([[], []]));
    assert_eq!(page.requests(), before);

    // Without the policies it would get through, so they are what holds it.
    page.open("/").await?;
    page.see_it_whole().await?;
    start_under(&page, vec![], PROBE).await?;
    page.wait_until("a worker's word", async || page.is("heard.some((it) => it.includes('fetch'))").await).await?;
    page.forgive().await
}

/// A task that begins with this byte ends the worker that has it.
const DIES: &str = "
    const begin = onmessage;
    onmessage = (it) => { if (it.data[1] instanceof Uint8Array && it.data[1][0] === 99) throw new Error('dies'); begin(it); };";

pub async fn a_task_that_dies_takes_nothing_with_it(page: Page) -> Outcome {
    start(&page, DIES).await?;
    assert!(ask(&page, 1, &[99]).await?.is_none());
    assert_derived(ask(&page, 2, &derivation()).await?);
    assert!(matches!(ask(&page, 3, &[0]).await?, Some(Answer::NoTask)));
    page.forgive().await
}

/// The page's own worker, from the fields of the lock to the notes and back.
pub async fn a_passphrase_locks_the_page_and_opens_it(page: Page) -> Outcome {
    let passphrase = "seven quiet otters";
    enter(&page, "For myself").await?;
    enter(&page, "Only who knows a passphrase").await?;
    write(&page, "passphrase", passphrase).await?;
    write(&page, "passphrase-again", passphrase).await?;
    page.click("Go on").await?;
    page.click("I have it on paper: lock").await?;
    page.find("[role=combobox]").await?;

    page.reload().await?;
    page.see("Your notes are here, and sealed.").await?;
    write(&page, "unlock", "seven quiet other").await?;
    page.click("Open").await?;
    page.see("That passphrase does not open these notes.").await?;
    write(&page, "unlock", passphrase).await?;
    page.click("Open").await?;
    page.see_no_more("Your notes are here, and sealed.").await
}

/// Milliseconds of each of some answers, and of the longest stretch in which the page itself had no turn meanwhile.
const MEASURE: &str = "return (async () => {
    const [task, times] = arguments;
    const took = [];
    let [longest, last] = [0, performance.now()];
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
        setTimeout(() => channel.port2.postMessage(null), 4);
    };
    channel.port2.postMessage(null);
    for (let at = 0; at < times; at++) {
        const began = performance.now();
        await ask(at + 1, task);
        took.push(performance.now() - began);
    }
    return [...took.sort((one, other) => one - other), longest];
})()";

/// Prints how long a key takes, at the cost of every new way in; what a task costs that is no work; and how long the page
/// had to wait for a turn meanwhile. It has no budget: it is the device's, and the person's one second.
pub async fn measure(page: Page) -> Outcome {
    start(&page, "").await?;
    for (name, task) in [("a key derived", derivation()), ("a task of nothing", vec![0])] {
        let measured = page.script(MEASURE, vec![json!(task), 7.into()]).await?;
        let measured: Vec<f64> = serde_json::from_value(measured)?;
        let [fastest, .., slowest, longest] = measured[..] else { return Err("nothing was measured".into()) };
        println!("{name}, ms in Chromium: median {:.0}, {fastest:.0} to {slowest:.0}; the page's longest wait {longest:.0}", measured[3]);
    }
    Ok(())
}

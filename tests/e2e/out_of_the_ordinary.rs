//! Asking and receiving where something is out of the ordinary: far too much, no clipboard, no camera.
//! Never about what is in a handover: `receiving` is.

use thirtyfour::Key;

use crate::handed_over::{endless, handover};
use crate::receiving::{choose_file, go_receive, made};
use crate::record::NO_CLIPBOARD;
use crate::support::Outcome;
use crate::support::page::Page;
use crate::walk::{add_client, go, held, see_saved, write};

pub async fn ten_thousand_moments_are_shown_bit_by_bit(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    go_receive(&page).await?;
    choose_file(&page, &endless(10, 1_000)?).await?;
    page.see("10 sessions, 10000 moments").await?;
    let count = async || -> Outcome<Option<u64>> {
        let script = "return document.querySelectorAll('.receive__moment').length";
        Ok(page.script(script, vec![]).await?.as_u64())
    };
    assert_eq!(count().await?, Some(99));
    page.click("Show more of it").await?;
    page.wait_until("more of it", async || Ok(count().await? == Some(199))).await?;
    page.click("A new client").await?;
    write(&page, "receive-code", "Wren").await?;
    page.click("Take it in").await?;
    page.see("Taken in: 10 sessions for Wren.").await?;
    see_saved(&page).await
}

pub async fn a_link_is_copied_or_marked_to_be_copied_by_hand(page: Page) -> Outcome {
    made(&page).await?;
    let link = held(&page, "invite-link").await?;
    page.click_on("#invite-copy").await?;
    page.see("Copied.").await?;
    page.script(NO_CLIPBOARD, vec![]).await?;
    page.click_on("#invite-copy").await?;
    page.see("The link is marked").await?;
    let is_marked = "document.activeElement.id === 'invite-link'
        && document.activeElement.selectionEnd === document.activeElement.value.length";
    assert!(page.is(is_marked).await?);
    go(&page, "people").await?;
    page.click_on("#code").await?;
    page.chord(Key::Control, 'v').await?;
    page.wait_until("the link where it was pasted", async || Ok(held(&page, "code").await? == link))
        .await
}

/// No camera is ever needed: whatever the browser says of it, the file is there.
pub async fn where_there_is_no_camera_the_file_is_offered(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    go_receive(&page).await?;
    page.see_it_whole().await?;
    let refuse = "window.asked = 0;
        const refused = () => { asked += 1; return Promise.reject(new DOMException('', 'NotAllowedError')) };
        Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia: refused } })";
    page.script(refuse, vec![]).await?;
    page.click("Read it from a row of pictures").await?;
    page.see("Use the camera").await?;
    assert!(page.is("asked === 0").await?, "asked for before it is used");
    page.click("Use the camera").await?;
    page.see("or choose the file instead").await?;
    page.click("Choose the file instead").await?;
    let has_focus = "document.activeElement.id === 'receive-file'";
    page.wait_until("the field for a file", async || page.is(has_focus).await).await?;
    choose_file(&page, &handover()?).await?;
    page.see("What was handed over").await
}

//! What one field finds among everything that was noted, in which order, and what it marks.
//! Knows nothing of the screen that shows it.

use std::sync::Arc;

use attune::domain::moment::Line;
use attune::domain::person::{Code, OwnText};
use attune::domain::{Kind as PersonKind, *};
use attune::insight::find::{Answer, FoundIn, MOST, Shelf, Snippet, find};
use attune::vocabulary::{Area, Feeling, Judgement, Need, Sought};

use crate::samples;

const DAY: i32 = 20_000;

fn person(number: u8) -> Person {
    let code = Code::parse(&format!("Person {number}")).unwrap();
    let mut person = Person::new(PersonId([number; 8]), PersonKind::Client, code);
    let text = OwnText::parse("like a wet hen").unwrap();
    let kind = OwnWordKind::Feeling(None);
    person.own_words.push(OwnWord { id: WordId([1; 8]), text, kind });
    person
}

fn moment(number: u8, fill: impl FnOnce(&mut Moment)) -> Arc<Moment> {
    let mut moment = Moment::new(MomentId([number; 8]));
    fill(&mut moment);
    moment.into()
}

fn called(number: u8, label: &str) -> Arc<Moment> {
    moment(number, |it| it.label = Some(Line::parse(label).unwrap()))
}

fn session(number: u8, day: i32, moments: Vec<Arc<Moment>>, texts: [&str; 2]) -> Arc<Session> {
    let day = Day::from_number(DAY + day).unwrap();
    let mut session = Session::new(SessionId([number; 8]), u32::from(number), day);
    session.moments = moments;
    session.reflection = Note::parse(texts[0]).unwrap();
    session.record = Note::parse(texts[1]).unwrap();
    session.into()
}

/// One moment with something of each kind in it, and a session with both texts.
fn journal() -> Arc<Journal> {
    let mut journal = Journal::new(person(1));
    let full = moment(1, |it| {
        it.label = Some(Line::parse("The rota again, and Zoë’s night shifts").unwrap());
        it.area = Some(Listed::Known(Area::from_id("area-work").unwrap()));
        it.feel(Naming::Known(Feeling::from_id("lonely").unwrap()), About::Moment);
        it.feel(Naming::Own(WordId([1; 8])), About::Moment);
        it.mark_need(Naming::Known(Need::from_id("love").unwrap()), Standing::Unmet);
        it.hear(Naming::Known(Judgement::from_id("betrayed").unwrap()));
        it.add_behaviour(Line::parse("I stayed late and can’t say why").unwrap());
        it.add_choice(Line::parse("Ask for a burn-out leave").unwrap());
    });
    journal.sessions = vec![
        session(2, 5, vec![called(2, "Silence at the table")], ["", "Third hour. Next in May."]),
        session(1, 0, vec![full], ["She spoke of the rota; I felt moved.", ""]),
    ];
    journal.into()
}

/// What was found, each by the kinds and the marked words of its hits.
fn told(answer: &Answer) -> Vec<String> {
    let hit = |hit: &attune::insight::find::Hit| {
        let marked = hit.snippet.parts().into_iter().filter(|(_, is_marked)| *is_marked);
        let marked: Vec<&str> = marked.map(|(words, _)| words).collect();
        format!("{:?} {}", hit.kind, marked.join("|"))
    };
    let found = answer.found.iter();
    found.map(|it| it.hits.iter().map(hit).collect::<Vec<_>>().join(", ")).collect()
}

#[test]
fn what_stands_in_a_summary_and_beside_a_record_is_found_by_what_it_is() {
    let mut journal = Journal::new(person(1));
    let mut with = Session::clone(&session(1, 0, Vec::new(), ["", "Came on time."]));
    with.summary = Note::parse("I feel tired of the rota.").unwrap();
    let sheet = Arc::make_mut(&mut with.sheet);
    sheet.observation = Note::parse("pale, spoke of the rota").unwrap();
    sheet.intervention = Note::parse("a long pause").unwrap();
    sheet.modality = Line::parse("by video").ok();
    sheet.attendance = Line::parse("with her sister").ok();
    let text = Note::parse("The rota was changed.").unwrap();
    sheet.amendments = vec![Amendment { day: Day::from_number(DAY).unwrap(), text }];
    journal.sessions = vec![with.into()];
    let shelf = Shelf::of_all(&[journal.into()]);
    for (query, wanted) in [
        ("tired", vec!["Summary tired"]),
        ("rota", vec!["Summary rota", "Observation rota"]),
        ("pause video", vec!["Intervention pause, Modality video"]),
        ("sister", vec!["Attendance sister"]),
        ("changed", vec!["Amendment changed"]),
        ("on time", vec!["Record on|time"]),
        ("tired pale", vec![]),
    ] {
        assert_eq!(told(&find(&shelf, query)), wanted, "{query}");
    }
}

#[test]
fn everything_that_was_noted_is_found_and_marked() {
    let shelf = Shelf::of_all(&[journal()]);
    for (query, wanted) in [
        ("rota", vec!["Label rota", "Reflection rota"]),
        ("ROTA", vec!["Label rota", "Reflection rota"]),
        ("zoe", vec!["Label Zoë"]),
        ("zoes", vec!["Label Zoë’s"]),
        ("wor", vec!["Area Wor"]),
        ("lonel", vec!["Feeling Lonel"]),
        ("hen", vec!["Feeling hen"]),
        ("love", vec!["Need Love"]),
        ("betrayed", vec!["Judgement Betrayed"]),
        ("cant", vec!["Behaviour can’t"]),
        ("burnout", vec!["Choice burn-out"]),
        ("burn out", vec!["Choice burn|out"]),
        ("hour", vec!["Record hour"]),
        ("may", vec!["Record May"]),
        // Inside a word from three letters on.
        ("ght", vec!["Label ght"]),
        ("gh", vec![]),
        // Each word in the same moment, or in the same text.
        ("late love", vec!["Behaviour late, Need Love"]),
        ("rota night", vec!["Label rota|night"]),
        ("rota moved", vec!["Reflection rota|moved"]),
        ("love moved", vec![]),
        ("love table", vec![]),
        // Signs around a word are how it was typed.
        ("rota, again!", vec!["Label rota|again"]),
        ("nothing of this", vec![]),
        ("", vec![]),
        (" -’ ", vec![]),
    ] {
        let answer = find(&shelf, query);
        assert_eq!(told(&answer), wanted, "{query:?}");
        assert_eq!(answer.all, wanted.len(), "{query:?}");
    }
}

#[test]
fn the_beginning_of_a_word_is_marked_before_its_inside() {
    for (word, text, wanted) in [
        ("art", "Heart and art", 10..13),
        ("art", "Heart", 2..5),
        ("is", "This is", 5..7),
        ("s", "Maß s", 5..6),
        ("mass", "Maß", 0..4),
        ("i", "naïve, ïr", 8..10),
        ("été", "L’ÉTÉ", 4..9),
        ("μη", "Να μη φύγεις", 5..9),
        ("雨", "今日は雨です", 9..12),
        ("🌧", "rain 🌧️", 5..12),
    ] {
        let sought = Sought::words(word).remove(0);
        let found = sought.best_in(text).map(|(span, _)| span);
        assert_eq!(found, Some(wanted), "{word:?} in {text:?}");
    }
}

/// The same question asked slowly: every place of the folded text.
fn is_there(word: &str, text: &str) -> bool {
    let folded: String = attune::vocabulary::fold(text).replace(['\'', '-'], "");
    let letters: Vec<char> = folded.chars().collect();
    let word: Vec<char> = word.chars().collect();
    letters.windows(word.len()).enumerate().any(|(at, piece)| {
        let begins = at == 0 || !letters[at - 1].is_alphanumeric();
        piece == word && (word.len() >= 3 || begins)
    })
}

#[test]
fn a_quick_look_finds_what_a_slow_one_finds() {
    let mut dice = samples::Dice::new(7);
    let letters = ["a", "b", "A", "B", " ", "é", "É", "b", "aa", "ab", ".", "à"];
    for _ in 0..20_000 {
        let length = dice.below(40);
        let text: String = (0..length).map(|_| dice.pick(&letters)).collect();
        let length = 1 + dice.below(4);
        let word: String = (0..length).map(|_| dice.pick(&["a", "b", "e"])).collect();
        let sought = Sought::words(&word).remove(0);
        assert_eq!(sought.stands_in(&text), is_there(&word, &text), "{word:?} in {text:?}");
        assert_eq!(sought.best_in(&text).is_some(), is_there(&word, &text));
    }
}

#[test]
fn the_newest_comes_first_whoever_it_is_about() {
    let one = journal();
    let mut other = Journal::new(person(2));
    let moments = vec![called(8, "rota, the first"), called(9, "rota, the second")];
    other.sessions =
        vec![session(7, 3, moments, ["", "rota"]), session(8, 9, vec![], ["rota", ""])];
    let shelf = Shelf::of_all(&[one, other.into()]);
    let answer = find(&shelf, "rota");
    let places: Vec<_> = answer
        .found
        .iter()
        .map(|it| (it.person.id.0[0], it.session.day.number() - DAY, place(&it.place)))
        .collect();
    let wanted = [(2, 9, 0), (2, 3, 9), (2, 3, 8), (2, 3, 100), (1, 0, 1), (1, 0, 0)];
    assert_eq!(places, wanted);
}

/// A moment by its number, a text as 0 or 100.
fn place(place: &FoundIn) -> u8 {
    match place {
        FoundIn::Moment(moment) => moment.id.0[0],
        FoundIn::Reflection => 0,
        FoundIn::Record => 100,
        FoundIn::Summary => 101,
        FoundIn::Sheet => 102,
    }
}

#[test]
fn of_sessions_narrowed_to_an_area_the_texts_are_left_out() {
    let journal = journal();
    let mut sessions = journal.sessions.clone();
    sessions.reverse();
    let told_of = |texts| told(&find(&Shelf::of_one(&journal.person, &sessions, texts), "rota"));
    assert_eq!(told_of(true), ["Label rota", "Reflection rota"]);
    assert_eq!(told_of(false), ["Label rota"]);
}

#[test]
fn a_hundred_are_built_and_all_are_counted() {
    let mut journal = Journal::new(person(1));
    for number in 0..=255 {
        journal.sessions.push(session(
            number,
            i32::from(number),
            vec![called(1, "rota")],
            ["", ""],
        ));
    }
    let answer = find(&Shelf::of_all(&[journal.into()]), "rota");
    assert_eq!((answer.found.len(), answer.all), (MOST, 256));
    assert_eq!(answer.found[0].session.day.number(), DAY + 255);
}

#[test]
fn a_long_text_is_cut_between_words_around_what_was_sought() {
    let filler = "and so we went on talking about the garden for a while";
    for text in [
        format!("{filler} {filler} the\nrota {filler} {filler}"),
        format!("rota {filler} {filler}"),
        format!("{filler} {filler} rota"),
        format!("{}rota{}", "x".repeat(300), "y".repeat(300)),
        format!("{} rota {}", "é".repeat(300), "ü".repeat(300)),
        format!("{}rota", "雨".repeat(120)),
    ] {
        let at = text.find("rota").unwrap();
        let snippet = Snippet::of(&text, std::iter::once(at..at + 4).collect());
        assert_eq!(snippet.marks.len(), 1, "{snippet:?}");
        assert_eq!(&snippet.text[snippet.marks[0].clone()], "rota");
        let length = snippet.text.chars().count();
        assert!((4..=110).contains(&length), "{length}: {snippet:?}");
        let shown = text.replace('\n', " ");
        let begun = shown.find(&snippet.text).unwrap();
        assert_eq!(snippet.is_cut, (begun > 0, begun + snippet.text.len() < text.len()));
        if text.contains(filler) {
            let whole = |at: usize| !shown.as_bytes()[at].is_ascii_alphanumeric();
            assert!(begun == 0 || whole(begun - 1), "{snippet:?}");
            let end = begun + snippet.text.len();
            assert!(end == shown.len() || whole(end), "{snippet:?}");
        }
        let parts: String = snippet.parts().into_iter().map(|(words, _)| words).collect();
        assert_eq!(parts, snippet.text);
    }
}

#[test]
fn whatever_is_typed_and_noted_nothing_breaks() {
    let shelf = Shelf::of_all(&samples::cabinet(3, 3, 20, 6, 300).journals);
    for query in
        ["work", "שלום", "é", "🌧", "a", "not-in-this", "team tired", "w", "\u{301}", "ßß", "…"]
    {
        for found in find(&shelf, query).found {
            assert!(!found.hits.is_empty(), "{query:?}");
            assert!(found.hits.iter().all(|hit| !hit.snippet.marks.is_empty()), "{query:?}");
        }
    }
    assert!(find(&shelf, "work").all > 20);
}

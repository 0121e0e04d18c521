//! Tables as CSV: rows, columns, and cells that no spreadsheet reckons with.
//! Never a text of a session.

use std::sync::Arc;

use attune::domain::person::OwnText;
use attune::domain::*;
use attune::writing::table::{Table, csv};
use attune::writing::{caught, oldest_first};

use super::{line, told};

#[test]
fn tables_follow_the_rules_for_csv() {
    let (journal, _) = told();
    let sessions = oldest_first(&journal);
    let all = caught(&journal.person, &sessions);
    let table = |table| csv(table, &all);
    assert_eq!(
        table(Table::Feelings),
        "\u{feff}person,day,session,moment,area,feeling,strength,about,known_by\r\n\
         Heron,2026-03-09,2,1,Work,Frustrated,4,,said\r\n\
         Heron,2026-03-09,2,1,Work,Ashamed,,Frustrated,guessed\r\n\
         Heron,2026-03-09,2,1,Work,Sad,,,seen\r\n\
         Heron,2026-03-09,2,1,Work,Lonely,,,confirmed\r\n"
    );
    assert_eq!(
        table(Table::Needs),
        "\u{feff}person,day,session,moment,area,need,standing,hands,known_by\r\n\
         Heron,2026-03-02,1,1,,Competence,unmet,,said\r\n\
         Heron,2026-03-09,2,1,Work,Competence,partly,influence,said\r\n\
         Heron,2026-03-09,2,1,Work,Rest,unmet,,guessed\r\n"
    );
    assert_eq!(
        table(Table::Choices),
        "\u{feff}person,day,session,moment,area,choice,effect,need,turned_out\r\n\
         Heron,2026-03-09,2,1,Work,ask for a break,serves,Rest,met\r\n\
         Heron,2026-03-09,2,1,Work,ask for a break,costs,Belonging,not said\r\n"
    );
    assert!(table(Table::Moments).contains("2,1,the rota,Work,not mine,Ignored,stayed late\r\n"));
}

#[test]
fn no_cell_is_reckoned_with() {
    for (label, cell) in [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠x", "'＠x"),
        ("\u{200b}=1", "'\u{200b}=1"),
        ("=1,\"2\"", "\"'=1,\"\"2\"\"\""),
        ("a=b", "a=b"),
        ("\u{202e}@x", "'\u{202e}@x"),
        ("x; =1+1;y", "\"x;' =1+1;y\""),
        ("x;\"=1\"", "\"x;'\"\"=1\"\"\""),
        ("yes, - no", "\"yes, - no\""),
        ("she said \"no\", twice; so", "\"she said \"\"no\"\", twice; so\""),
    ] {
        let (mut journal, id) = told();
        journal.change_session(id, |session| {
            session.change_moment(MomentId([2; 8]), |it| it.label = Some(line(label)))
        });
        let sessions = oldest_first(&journal);
        let moments = csv(Table::Moments, &caught(&journal.person, &sessions));
        let row = moments.lines().nth(2).unwrap();
        assert!(row.starts_with(&format!("Heron,2026-03-09,2,1,{cell},Work,")), "{row}");
    }
}

#[test]
fn neither_a_code_nor_an_own_word_nor_a_list_is_reckoned_with() {
    let (mut journal, id) = told();
    let mine = WordId([8; 8]);
    let person = Arc::make_mut(&mut journal.person);
    person.code = Code::parse("=cmd|' /C calc'!A0").unwrap();
    let kind = OwnWordKind::Feeling(None);
    person.own_words.push(OwnWord { id: mine, text: OwnText::parse("@sad").unwrap(), kind });
    journal.change_session(id, |session| {
        session.change_moment(MomentId([2; 8]), |it| {
            it.feel(Naming::Own(mine), About::Moment);
            it.add_behaviour(line("-1+1"));
            it.add_behaviour(line("=2"));
        })
    });
    let sessions = oldest_first(&journal);
    for table in Table::ALL {
        let rows = csv(table, &caught(&journal.person, &sessions));
        for row in rows.lines().skip(1) {
            assert!(row.starts_with("'=cmd|' /C calc'!A0,"), "{row}");
            for piece in row.split([',', ';', '"']).map(str::trim) {
                assert!(!piece.starts_with(['=', '+', '-', '@']), "{row}");
            }
        }
        assert_eq!(rows.contains("'@sad"), table == Table::Feelings);
    }
}

//! What a typed text could be as it stands: a label, a feeling, a need, a behaviour, a choice, in the person's own words.
//! Never cuts a text that is too long: it is then not offered as that.

use super::matches::Match;
use super::{Group, Offer, OfferGroup, OfferRow, Suffix, Typed, Why};
use crate::domain::Moment;
use crate::domain::moment::Line;
use crate::domain::person::OwnText;

/// A feeling or a need in someone's own words is rarely longer than this; more words tell of something that came up.
const MOST_WORDS_OF_A_NAME: usize = 2;

/// At the end of all groups. The whole set where nothing was found well, else the shortest that is of use.
pub fn rows(
    raw: &str,
    typed: Typed,
    moment: Option<&Moment>,
    found: &[Match],
) -> Option<OfferGroup> {
    let is_well_known = found.first().is_some_and(|best| best.rank.tier <= 1);
    let is_name = typed.text.split_whitespace().count() <= MOST_WORDS_OF_A_NAME;
    let offers: &[Offer] = match (is_name, is_well_known) {
        (true, false) => {
            &[Offer::AsFeeling, Offer::AsNeed, Offer::AsLabel, Offer::AsBehaviour, Offer::AsChoice]
        }
        (true, true) => &[Offer::AsFeeling, Offer::AsNeed, Offer::AsLabel, Offer::AsBehaviour],
        (false, false) => {
            &[Offer::AsLabel, Offer::AsBehaviour, Offer::AsChoice, Offer::AsFeeling, Offer::AsNeed]
        }
        (false, true) => &[Offer::AsLabel, Offer::AsBehaviour, Offer::AsChoice],
    };
    // "fru 4" is a strength, not a feeling of that name.
    let is_cut_and_known = is_well_known && typed.suffix.is_some();
    let is_named = |group: Group| found.iter().any(|it| it.group == group && it.rank.tier == 0);
    let offers = offers.iter().filter(|offer| match offer {
        Offer::AsFeeling => !is_cut_and_known && !is_named(Group::Feelings),
        Offer::AsNeed => !is_cut_and_known && !is_named(Group::Needs),
        _ => true,
    });
    group(offers, raw, typed.suffix.map(|suffix| (suffix, typed.text)), moment)
}

/// What a phrase of danger can be: kept as it is, and answered with nothing.
pub fn after_danger(raw: &str, moment: Option<&Moment>) -> Vec<OfferGroup> {
    let offers = [Offer::AsLabel, Offer::AsBehaviour, Offer::AsChoice];
    group(offers.iter(), raw, None, moment).into_iter().collect()
}

fn group<'a>(
    offers: impl Iterator<Item = &'a Offer>,
    raw: &str,
    cut: Option<(Suffix, &str)>,
    moment: Option<&Moment>,
) -> Option<OfferGroup> {
    let has_label = moment.is_some_and(|it| it.label.is_some());
    let rows: Vec<OfferRow> = offers
        .filter(|offer| !(has_label && **offer == Offer::AsLabel))
        .filter_map(|offer| {
            // "wobbly 4" is the feeling "wobbly" with its strength, but the label "ward 4" is all of it.
            let text = cut.filter(|(suffix, _)| offer.takes(*suffix)).map_or(raw, |(_, text)| text);
            let text = text_as(offer, text)?;
            let bold = 0..text.len();
            Some(OfferRow { offer: offer.clone(), text, bold, why: Why::None })
        })
        .collect();
    (!rows.is_empty()).then_some(OfferGroup { group: Group::OwnWords, rows })
}

/// The text as it would be kept; `None` where it is too long for that.
fn text_as(offer: &Offer, raw: &str) -> Option<String> {
    match offer {
        Offer::AsFeeling | Offer::AsNeed => {
            OwnText::parse(raw).ok().map(|text| text.as_str().to_owned())
        }
        _ => Line::parse(raw).ok().map(|text| text.as_str().to_owned()),
    }
}

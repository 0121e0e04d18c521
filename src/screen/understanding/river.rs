//! Understanding as a river: from feelings to needs to areas of life.
//! Computes neither links nor bands: `insight::river` and `chart::river` do.

use std::sync::Arc;

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::{live, nodes, svg};
use leptos::prelude::*;

use super::names::{self, Names};
use super::{Frame, view_nothing};
use crate::chart::Rect;
use crate::chart::river as chart;
use crate::chart::written::boxes;
use crate::i18n::{count, fill, more};
use crate::insight::river::{FeelingNode, Link, NeedNode, River};
use crate::screen::desk;
use crate::ui::Picture;
use crate::ui::picture::shape::{lines, path};
use crate::ui::picture::{At, Drawing, Table, TableCell, place};

/// What stands in the first number of a place: from feelings, or from needs.
const UPPER: usize = 0;
const LOWER: usize = 1;

/// A river with the names of its nodes, column by column.
struct Named {
    river: Arc<River>,
    columns: [Vec<String>; 3],
}

pub fn view_river(frame: Frame) -> AnyView {
    let found = frame.seen.river;
    let is_empty = memo(move || found.look(|river| river.lower.is_empty()));
    live(move || if is_empty.get() { view_nothing() } else { view_found(frame, found) })
}

fn view_found(frame: Frame, found: Memo<Arc<River>>) -> AnyView {
    let desk = desk();
    let named = move || Named::new(found.get(), &Names(desk.person()));
    let drawing = Callback::new(move |()| named().drawing(f32::from(frame.room.get())));
    let table = Callback::new(move |()| named().table());
    let pick = Callback::new(move |at: At| {
        let named = untrack(named);
        if let Some((link, words)) = named.at(at) {
            frame.behind.show(words, link.moments.clone());
        }
    });
    let told = Callback::new(move |at: At| {
        let named = untrack(named);
        named.at(at).map(|(link, words)| [words, moments_text(link)].join(": "))
    });
    let texts = &more().pictures;
    let lead = derived(move || texts.river_lead.to_string());
    view! { <Picture id="river" title=texts.river_title lead=lead drawing=drawing table=table on_pick=pick told=told /> }
    .into_any()
}

fn moments_text(link: &Link) -> String {
    let texts = &more().understanding;
    count(link.moments.len(), texts.moments_one, texts.moments_other)
}

impl Named {
    fn new(river: Arc<River>, names: &Names) -> Named {
        let texts = &more().pictures;
        let feelings = river.feelings.iter().map(|node| match node {
            FeelingNode::Word(word) => names.feeling(word),
            FeelingNode::Kin(kin) => names::kin(*kin).to_string(),
        });
        let needs = river.needs.iter().map(|node| match node {
            NeedNode::Need(need) => names.need(need),
            NeedNode::Others => texts.others.to_string(),
            NeedNode::NotNamed => texts.not_named.to_string(),
        });
        let areas = river.areas.iter().map(|area| names::area(area.as_ref()));
        let columns = [feelings.collect(), needs.collect(), areas.collect()];
        Named { river, columns }
    }

    fn links(&self, side: usize) -> &[Link] {
        if side == UPPER { &self.river.upper } else { &self.river.lower }
    }

    fn ends(&self, side: usize, link: &Link) -> [String; 2] {
        let name = |column: usize, at: usize| {
            self.columns.get(column).and_then(|it| it.get(at)).cloned().unwrap_or_default()
        };
        [name(side, link.from), name(side + 1, link.to)]
    }

    /// A link, and what it leads from and to.
    fn at(&self, (side, place): At) -> Option<(&Link, String)> {
        let link = self.links(side.min(LOWER)).get(place)?;
        let [from, to] = self.ends(side.min(LOWER), link);
        Some((link, fill(more().pictures.flow, &[("from", &from), ("to", &to)])))
    }

    fn drawing(&self, room: f32) -> Drawing {
        let weighed = |side: usize| {
            let links = self.links(side).iter();
            let weighed =
                links.map(|it| chart::Link { from: it.from, to: it.to, weight: it.moments.len() });
            weighed.collect::<Vec<_>>()
        };
        let [one, two, three] = &self.columns;
        let placed = chart::river(room, [one, two, three], &weighed(UPPER), &weighed(LOWER));
        let upper = self.view_bands(UPPER, "river__band river__band--feeling", &placed.upper);
        let lower = self.view_bands(LOWER, "river__band river__band--need", &placed.lower);
        let nodes = placed
            .columns
            .iter()
            .flatten()
            .map(|it| view_node(it, placed.size))
            .collect::<Vec<_>>();
        let parts = vec![upper, lower, nodes.into_any()];
        Drawing { width: placed.width, height: placed.height, parts }
    }

    fn view_bands(&self, side: usize, class: &'static str, bands: &[chart::Band]) -> AnyView {
        let bands = bands.iter().enumerate().map(|(at, band)| {
            svg("path")
                .class(class)
                .attr("d", band.path.clone())
                .attr("data-at", place((side, at)))
                .into_any()
        });
        bands.collect::<Vec<_>>().into_any()
    }

    fn table(&self) -> Table {
        let texts = &more().pictures;
        let head = [texts.river_from, texts.river_to, texts.river_moments].map(str::to_string);
        let rows = [UPPER, LOWER].into_iter().flat_map(|side| {
            self.links(side).iter().enumerate().map(move |(at, link)| {
                let [from, to] = self.ends(side, link).map(TableCell::plain);
                vec![from, to, TableCell { words: moments_text(link), at: Some((side, at)) }]
            })
        });
        Table { head: head.into(), rows: rows.collect() }
    }
}

fn view_node(node: &chart::Node, size: f32) -> AnyView {
    let class = match size == chart::SMALL_NAME {
        true => "picture__name river__name river__name--less",
        false => "picture__name river__name",
    };
    let place = Rect { x: node.x, y: node.y, width: chart::BAR, height: node.height };
    let at = (node.name_x, node.name_y);
    nodes![
        path("river__node", boxes([place])),
        lines(class, at, chart::LINE, node.hold.anchor(), &node.lines)
    ]
}

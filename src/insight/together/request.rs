//! What was asked for: which needs of whom it serves and costs, who agreed, and how it turned out.
//! Never a majority, never a verdict; what is said in the round being filled in counts when that is revealed.

use std::sync::Arc;

use crate::domain::{
    Agreement, Conversation, EffectKind, NeedWord, Participant, PersonId, Request, RequestId,
    Round, Standing,
};

/// A request, and what everyone says to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    pub request: Arc<Request>,
    pub who: PersonId,
    /// Those whose needs it touches, in the order of the participants.
    pub touches: Vec<Touched>,
    pub agreed: Vec<PersonId>,
    pub not_like_this: Vec<PersonId>,
    pub looked_back: Vec<LookedBack>,
    pub came_to: CameTo,
    /// Who could look back at it now: who asked and who agreed, as far as they take part and have not yet. Empty where nobody
    /// agreed.
    pub due: Vec<PersonId>,
}

/// What a request does to one participant's needs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Touched {
    pub whose: PersonId,
    pub serves: Vec<NeedWord>,
    pub costs: Vec<NeedWord>,
}

/// How a need stood afterwards.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LookedBack {
    pub who: PersonId,
    pub need: NeedWord,
    pub standing: Standing,
    pub round: Round,
}

/// Whether it met the needs it was to serve; where nobody looked back at those, any that were looked at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum CameTo {
    /// Nobody has looked back yet.
    Open,
    Met,
    /// Some of it, or for some.
    Partly,
    Unmet,
}

/// Everything asked for in rounds that are revealed, in their order.
pub fn requests(conversation: &Conversation) -> Vec<Asked> {
    let current = conversation.current_round();
    let requests = conversation.requests().into_iter();
    requests.map(|(who, request)| asked(conversation, current, who, request)).collect()
}

fn asked(
    conversation: &Conversation,
    current: Round,
    by: &Participant,
    request: &Arc<Request>,
) -> Asked {
    let who = by.person.id;
    let touches = touches(conversation, request);
    let say = |agreement| saying(conversation, request.id, agreement);
    let agreed = say(Agreement::Agreed);
    let looked_back = looked_back(conversation, request.id, current);
    let is_due = |it: &&Arc<Participant>| {
        let id = it.person.id;
        let is_theirs = id == who || agreed.contains(&id);
        is_theirs && it.takes_part_in(current) && looked_back.iter().all(|back| back.who != id)
    };
    let due = conversation.participants.iter().filter(|it| !agreed.is_empty() && is_due(it));
    Asked {
        request: request.clone(),
        who,
        due: due.map(|it| it.person.id).collect(),
        not_like_this: say(Agreement::NotLikeThis),
        came_to: came_to(&touches, &looked_back),
        touches,
        agreed,
        looked_back,
    }
}

fn touches(conversation: &Conversation, request: &Request) -> Vec<Touched> {
    let touched = conversation.participants.iter().map(|participant| {
        let whose = participant.person.id;
        let needs = |kind: EffectKind| {
            let effects = request.effects.iter();
            let effects = effects.filter(|it| it.whose == whose && it.kind == kind);
            effects.map(|it| it.need.clone()).collect::<Vec<_>>()
        };
        Touched { whose, serves: needs(EffectKind::Serves), costs: needs(EffectKind::Costs) }
    });
    touched.filter(|it| !it.serves.is_empty() || !it.costs.is_empty()).collect()
}

fn saying(conversation: &Conversation, request: RequestId, what: Agreement) -> Vec<PersonId> {
    let says = |it: &&Arc<Participant>| it.reply(request).is_some_and(|it| it.agreement == what);
    conversation.participants.iter().filter(says).map(|it| it.person.id).collect()
}

fn looked_back(conversation: &Conversation, request: RequestId, current: Round) -> Vec<LookedBack> {
    let mut all = Vec::new();
    for participant in &conversation.participants {
        let Some(reply) = participant.reply(request) else { continue };
        for (need, standing, round) in &reply.turned_out {
            if *round < current {
                all.push(LookedBack {
                    who: participant.person.id,
                    need: need.clone(),
                    standing: *standing,
                    round: *round,
                });
            }
        }
    }
    all
}

fn came_to(touches: &[Touched], looked_back: &[LookedBack]) -> CameTo {
    let was_to_serve = |back: &&LookedBack| {
        touches.iter().any(|it| it.whose == back.who && it.serves.contains(&back.need))
    };
    let mut said: Vec<Standing> =
        looked_back.iter().filter(was_to_serve).map(|it| it.standing).collect();
    if said.is_empty() {
        said = looked_back.iter().map(|it| it.standing).collect();
    }
    let all = |standing| said.iter().all(|it| *it == standing);
    match () {
        () if said.is_empty() => CameTo::Open,
        () if all(Standing::Met) => CameTo::Met,
        () if all(Standing::Unmet) => CameTo::Unmet,
        () => CameTo::Partly,
    }
}

//! Texts of asking for a worksheet: what an invitation is, what it begins with, how it is given and taken back.
//! No promise that the code does not keep.

texts! {
    /// Asking for a worksheet.
    Invite {
        title,
        title_of,
        title_mine,
        lead,
        lead_mine,
        begin,
        begin_hint,
        areas,
        needs,
        questions,
        chosen,
        full,
        make,
        making,
        no_chance,
        gone,
        unkept,
        made_on,
        link,
        copy,
        copied,
        not_copied,
        picture,
        give,
        give_hint,
        carries,
        opens,
        receive,
        take_back,
        take_back_sure,
        take_back_now,
        keep,
    }
}

//! Texts of the worksheet: its questions, the pause, and the sentences it may end in.
//! Asks, and never tells anyone what they feel.

texts! {
    /// The page one fills in for oneself.
    Worksheet {
        title,
        lead,
        nothing_open,
        canvas,
        catch,
        things,
        thing_other,
        thing_remove,
        about,
        about_area,
        about_area_is,
        feeling,
        feeling_hint,
        feeling_list,
        need,
        need_hint,
        need_list,
        maybe,
        elsewhere,
        elsewhere_hint,
        elsewhere_first,
        elsewhere_here,
        elsewhere_open,
        mine,
        mine_hint,
        mine_first,
        grieve,
        could,
        could_add,
        could_hint,
        met,
        met_hint,
        met_list,
        end,
        end_hint,
        end_begin,
        end_nothing,
        end_anew,
        end_back,
        end_label,
    }
}

texts! {
    /// A moment of rest, one tap away.
    Pause {
        open,
        stop,
        nothing_lost,
        nothing_lost_here,
        who,
        back,
    }
}

texts! {
    /// What a worksheet says in sentences.
    Sentences {
        i_feel,
        in_places,
        a_little,
        very,
        perhaps,
        about_it,
        about_feeling,
        about_words,
        short_one,
        short_several,
        partly_one,
        partly_several,
        maybe,
        met_one,
        met_several,
        mine,
        influence,
        not_mine,
        choices,
        quoted,
    }
}

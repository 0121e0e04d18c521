//! Texts of what two or more people do together: the list, what a conversation begins with, the round, a sheet, what is revealed.
//! An invitation, never a verdict; no text here counts anyone right.

texts! {
    /// The list of conversations, and care first.
    Together {
        title,
        lead,
        care,
        care_not,
        care_hide,
        conversations,
        none,
        begin,
        begin_hint,
        begin_other,
        nobody,
        row,
        changes,
        changes_lead,
    }
}

texts! {
    /// What a conversation begins with, for each relation.
    Starting {
        name_manager,
        name_colleagues,
        name_couple,
        name_family,
        name_team,
        manager,
        manager_hint,
        colleagues,
        colleagues_hint,
        couple,
        couple_hint,
        family,
        family_hint,
        team,
        team_hint,
        other,
        other_hint,
    }
}

texts! {
    /// The open conversation, laid between everyone.
    Conversing {
        title,
        nothing_open,
        to_all,
        no_topic,
        who,
        round,
        round_lead,
        too_few,
        ready,
        not_ready,
        elsewhere,
        setting,
        topic,
        topic_hint,
        relation,
        opening,
        opening_hint,
        areas,
        people,
        code,
        code_hint,
        add,
        too_many,
        leave,
        come_back,
        has_left,
        erase,
        erase_asks,
        erase_now,
        delete,
    }
}

texts! {
    /// The device from hand to hand.
    Passing {
        give,
        give_to,
        closed,
        closed_hint,
        lay_down,
        asked_lead,
        choose_lead,
        sign,
        sign_new,
        sign_hint,
        open,
        sign_missing,
        sign_wrong,
        not_here,
        forgotten,
        forgotten_hint,
        forgotten_empty,
        all_ready,
        all_ready_hint,
        look,
    }
}

texts! {
    /// One participant's sheet.
    Sheets {
        title,
        lead,
        pass_on,
        pass_on_hint,
        sides,
        side_mine,
        side_guess,
        guess_feels,
        guess_needs,
        guess_hint,
        guess_says,
        need_says,
        heard_says,
        rest,
        asking,
        asking_hint,
        ask_label,
        ask_add,
        asks,
        is_revealed,
        reword,
        take_back,
        effects,
        whose_need,
        which_need,
        it_serves,
        it_costs,
        looking_back,
        looking_back_hint,
        sharing,
        sharing_empty,
        sharing_hint,
        who_sees,
        share,
        keep,
        judgement_stays,
        around,
        around_out,
        ready,
        ready_now,
        not_ready,
        not_yet,
        will_show,
        will_show_nothing,
        stays,
        stays_nothing,
    }
}

texts! {
    /// What a round has shown.
    Reveal {
        title,
        lead,
        silent,
        awaited,
        shared_both,
        shared_several,
        differ,
        differ_hint,
        guesses,
        guesses_hint,
        guess_feels,
        guess_needs,
        guess_met,
        also_named,
        stands_otherwise,
        not_named,
        nothing_shared,
        on_their_way,
        nothing,
        voices,
        requests,
        requests_hint,
        asks,
        serves,
        costs,
        agreed,
        agreed_by,
        not_like_this,
        looked_back,
        came_open,
        came_met,
        came_partly,
        came_unmet,
    }
}

texts! {
    /// What shows over the rounds of a conversation.
    TalkPatterns {
        title,
        none,
        moved,
        every,
        unspoken,
        requests,
        whose_need,
        unspoken_need,
        request,
    }
}

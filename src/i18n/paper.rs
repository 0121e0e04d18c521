//! Texts of what is printed: the worksheet, blank and filled, and what runs across the sessions.
//! Plain enough to be read without the page.

texts! {
    /// On paper.
    Paper {
        title,
        lead,
        what,
        blank,
        session,
        across,
        with_code,
        /// Beside what is printed from where it is shown for other ends too.
        print_code,
        print,
        no_session,
        no_sessions,
        of_day,
        heard,
        feeling,
        judgement,
        met,
        partly,
        unmet,
        not_said,
        did,
        choices,
        choice_serves,
        choice_costs,
        summary,
        empty,
        strength,
        guess,
        seen,
        blank_title,
        blank_lead,
        about,
        feelings_how,
        needs_how,
        elsewhere,
        own_room,
        across_title,
    }
}

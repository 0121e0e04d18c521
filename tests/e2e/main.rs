//! The promises that Attune keeps to a person, tried on the release page in Chromium, Firefox and WebKitGTK.
//! Holds no promise itself: one file per promise, named here once; how they are run is in `support`.
#![cfg(not(target_arch = "wasm32"))]

mod bench;
mod canvas;
mod handed_over;
mod other_device;
mod support;
mod ten_years;
mod tour;
mod traces;
mod understood;
mod walk;

#[path = "../shared/dice.rs"]
mod dice;
#[path = "../shared/practice.rs"]
mod practice;

use support::Outcome;
use support::engine::Engine;
use support::runner::{Due, Promise, run_all};
use support::screens::picture_all;

/// Names each file and the promises in it; the same list is the modules, so a file that is not named is not compiled.
macro_rules! promises {
    ($($due:ident { $($file:ident: $($name:ident)+;)+ })+) => {
        $($(mod $file;)+)+
        fn promises() -> Vec<Promise> {
            vec![$($($(Promise {
                name: stringify!($name),
                due: Due::$due,
                run: |page| Box::pin($file::$name(page)),
            },)+)+)+]
        }
    };
}

promises! {
    Everywhere {
        sealed_page: the_policy_reports_no_violation the_policy_stops_what_is_not_ours a_page_that_runs_is_sealed_from_its_own_server_too
            no_string_becomes_markup_or_a_script;
        broken_start: a_damaged_program_is_refused_with_plain_words a_second_part_that_does_not_come_is_said_and_asked_for_again
            a_worker_that_does_not_come_takes_nothing_with_it;
        worker: the_worker_derives_seals_and_opens_under_the_pages_seal the_worker_reaches_nothing
            a_task_that_dies_takes_nothing_with_it a_passphrase_locks_the_page_and_opens_it
            the_worker_seals_for_a_key_and_reads_a_code_under_the_pages_seal;
        camera: a_row_of_pictures_is_read_from_the_camera_of_a_sealed_page;
        catch_keys: a_feeling_a_need_and_an_area_are_caught_in_13_keystrokes everything_about_an_item_is_reached_by_keyboard_alone;
        combobox: arrows_walk_the_list_and_wrap escape_closes_the_list_then_clears_the_line home_and_end_move_the_caret
            alt_and_arrows_open_and_close_without_a_choice enter_takes_the_active_option_and_nothing_from_an_empty_line
            tab_leaves_the_line_and_keeps_what_is_typed;
        pickers: a_feeling_is_found_in_its_family the_wheel_is_walked_with_arrows a_need_is_found_in_its_group
            own_words_are_added_in_a_picker_too;
        by_touch: a_small_session_needs_no_key_but_its_text;
        own_files: the_page_makes_no_request_but_its_own_files;
        welcome: the_welcome_says_what_attune_is_and_where_notes_are_kept looking_around_shows_two_people_over_several_sessions
            looking_around_keeps_nothing_and_touches_nothing;
        discreet: during_a_session_no_other_client_is_anywhere_in_the_page the_turned_screen_shows_what_was_heard_and_nothing_else
            address_and_title_tell_nothing_of_a_person hide_leaves_for_an_empty_page
            escape_three_times_in_a_row_hides_the_page_and_keeps_what_was_caught
            an_invitation_leaves_the_address_and_the_history_at_once;
        paper: a_blank_worksheet_prints_every_word_on_either_paper a_filled_worksheet_prints_what_was_marked
            the_map_and_the_core_needs_are_printed_whole no_print_holds_a_reflection_or_a_code_unasked a_persons_file_prints_reflections_where_they_are_asked_for;
        handing: a_guest_hands_over_what_was_ticked_and_nothing_else a_guests_page_stores_nothing_unless_asked
            an_invitation_that_is_broken_newer_or_endless_is_said_in_words something_is_handed_back_with_a_passphrase_and_never_a_reflection
            a_pasted_link_that_is_not_whole_seals_nothing;
        learn: learn_leads_to_the_words;
        settings: the_look_is_light_or_dark_or_as_the_device_says own_words_stand_beside_the_pointer;
        shortcuts: a_question_mark_lists_the_shortcuts_outside_fields;
        kept: blocked_storage_is_said_and_the_visit_goes_on where_one_store_is_full_the_other_keeps_everything_and_it_is_said what_is_spoilt_or_gone_in_one_store_comes_back_from_the_other
            damaged_bytes_are_named_and_kept_as_they_are what_a_newer_attune_wrote_is_named_and_kept_as_it_is
            a_whole_vault_that_cannot_be_read_is_refused_and_not_overwritten;
        tabs: a_second_window_reads_along_and_can_take_over a_page_that_is_loaded_again_writes_at_once;
        lock: a_passphrase_is_chosen_before_the_first_word_and_opens_it_again a_passphrase_is_asked_for_twice_and_may_not_be_tiny
            the_recovery_code_opens_it_when_the_passphrase_is_forgotten a_lock_is_taken_off_and_put_on_again
            a_press_or_a_key_locks_and_nothing_is_lost a_lock_falls_shut_in_every_window
            a_lock_falls_shut_after_the_time_that_was_chosen
            where_nothing_is_kept_hiding_covers_and_asks a_passkey_opens_it_too;
        backup: a_backup_is_made_tried_and_restored_into_an_emptied_page a_file_that_is_none_or_broke_is_told_apart_and_touches_nothing
            the_plain_file_stands_behind_a_warning a_restore_is_taken_back a_backup_is_asked_for_gently_and_not_again_that_day
            the_settings_say_what_is_stored_where_and_how_full_it_is everything_is_erased_with_a_receipt;
        receiving: an_invitation_is_made_and_its_link_says_a_key_and_what_was_chosen
            what_was_handed_over_is_looked_at_and_then_stands_in_the_sessions
            a_handover_is_taken_in_for_a_new_client_too_and_said_when_it_comes_twice
            what_cannot_be_opened_is_said_in_words_and_leaves_nothing an_invitation_taken_back_opens_nothing_any_more
            one_sealed_with_a_passphrase_asks_for_it_and_is_from_nobody a_row_of_pictures_is_received_with_the_camera;
        out_of_the_ordinary: ten_thousand_moments_are_shown_bit_by_bit a_link_is_copied_or_marked_to_be_copied_by_hand
            where_there_is_no_camera_the_file_is_offered;
        conversation: nothing_of_a_sheet_is_anywhere_in_the_page_before_all_are_ready what_is_private_and_what_is_judged_is_never_shown
            leaving_the_screen_closes_the_sheet two_people_attune_on_one_device over_rounds_it_shows_what_moved_and_what_was_kept
            the_whole_way_by_keyboard_alone the_whole_way_by_touch
            a_wrong_sign_opens_nothing_and_a_forgotten_one_empties_only_what_was_not_shown
            a_round_half_filled_is_there_after_a_reload_with_every_sheet_closed
            a_word_of_danger_on_a_sheet_is_heard_there_and_not_carried_on;
        between_devices: two_people_on_two_devices_attune_over_a_round_by_three_files
            a_file_made_before_all_are_ready_holds_nothing_that_was_written
            who_opens_an_opening_file_says_who_they_are_and_hears_what_is_awaited
            a_file_that_does_not_belong_here_is_refused_in_words_and_changes_nothing
            a_file_that_comes_twice_late_home_or_from_a_twin_is_said_in_words
            who_writes_where_is_refused_in_words_where_something_would_stay_behind;
        takes_part: who_leaves_is_renamed_or_erased_mid_round_takes_nothing_of_the_others the_same_person_twice_is_refused_in_words;
        by_keyboard: from_the_welcome_to_a_reload_by_keyboard_alone rows_are_changed_by_keyboard_and_the_focus_stays
            dialogs_give_the_focus_back skipping_leads_to_the_main_part_of_every_screen
            what_has_the_focus_is_never_hidden_by_a_bar;
    }
    ChromiumFirst {
        suffixes: a_number_is_the_strength_of_a_feeling a_sign_is_how_a_need_stands
            a_need_is_turned_by_a_tap_or_by_space_on_its_mark the_last_feeling_tells_how_a_need_stands;
        moments: ctrl_enter_catches_what_is_typed_and_starts_the_next_moment moments_are_reordered_and_one_of_them_caught_in_again
            a_label_of_140_characters_fits_and_one_more_is_refused_with_a_word a_line_of_141_characters_is_refused_in_the_catch_line_too
            a_deleted_moment_is_put_back_where_it_was;
        in_a_moment: behaviours_and_choices_are_lines_of_their_own a_feeling_can_be_about_a_feeling_or_about_something_done
            hands_circumstances_and_how_it_is_known_are_one_tap_each own_words_are_kept_with_the_person_and_found_by_typing;
        suggestions: needs_are_asked_about_and_taken_in_one_tap a_need_is_dismissed_for_this_moment_alone
            something_else_leads_to_the_line
            a_need_shows_the_feelings_that_often_go_with_it on_a_phone_three_stand_above_the_line_one_tap_each;
        judgements: a_judgement_in_the_line_offers_what_may_lie_underneath a_judgement_inside_a_label_is_heard_too
            a_word_that_may_be_harm_is_let_stand a_phrase_of_danger_shows_a_pointer_and_is_never_answered
            a_phrase_of_danger_is_seen_in_every_field a_phrase_of_danger_is_seen_in_a_picker_too;
        sue: sue_is_entered_by_hand_and_found_again;
        hard_use: emoji_right_to_left_text_and_nul_are_kept_as_they_are five_hundred_moments_stay_usable
            a_double_click_takes_once a_double_click_on_every_button_breaks_nothing;
        people: a_code_that_cannot_be_is_refused_in_words_and_stays_in_the_field people_are_found_by_typing
            people_are_renamed_and_set_aside_and_found_again a_deleted_person_comes_back_even_after_other_changes;
        sessions: a_screen_is_shown_from_its_top several_sessions_a_day_are_told_apart a_session_has_the_day_it_is_given a_deleted_session_comes_back
            for_myself_skips_the_list_and_is_one_person;
        two_texts: reflection_and_record_are_kept_apart_and_found_again a_text_that_is_too_long_is_refused_in_words_and_stays_in_the_field;
        worksheet: a_worksheet_is_a_session_of_my_own what_shows_up_elsewhere_is_said_in_a_tap_and_leads_there
            a_pause_dims_the_page_and_any_key_or_tap_returns the_still_shape_breathes_unless_motion_is_reduced
            my_sentences_are_mine_once_written
            paper_holds_the_session_without_code_reflection_or_record a_clients_session_opens_on_the_canvas_as_ever;
        record: a_record_is_drawn_up_from_its_session_and_follows_it a_record_that_was_written_in_stays_as_it_was_written
            a_locked_record_takes_no_change_and_additions_bear_their_day an_emptied_record_is_locked_as_it_is_shown
            a_record_is_copied_as_it_is_shown a_record_bears_no_code_on_paper_unless_asked
            nothing_of_a_reflection_is_in_a_record_its_file_or_its_print;
        person_file: a_persons_file_holds_them_alone_and_reflections_only_when_asked_for a_day_to_review_by_is_hinted_at_in_the_list
            an_erased_person_is_gone_with_a_receipt_and_no_undo;
        understanding: a_cell_of_the_map_opens_its_moments_by_mouse_and_by_keyboard strips_and_bands_open_their_moments_too
            a_table_says_what_its_picture_shows a_period_and_an_area_narrow_what_is_seen
            a_saved_picture_has_light_colours_that_any_program_reads one_moment_is_enough_and_none_is_said_plainly;
        core_needs: a_core_need_is_asked_about_with_the_moments_it_rests_on not_quite_is_kept_and_can_be_asked_again
            what_rings_true_shows_what_it_does_and_stays later_waits_for_the_next_session any_need_is_named_as_core_by_hand
            a_plan_shows_what_it_serves_and_what_it_leaves_out a_choice_not_looked_back_at_is_a_place_to_start
            what_is_met_says_where_and_since_when what_was_heavy_lately_comes_before_any_question;
        find: what_was_noted_is_found_and_opened_in_a_tap another_persons_words_show_only_after_everyone_was_asked_for
            all_is_looked_through_where_nobody_is_chosen it_is_found_by_keyboard_alone nothing_typed_to_find_stays_after_leaving;
        change: a_change_goes_from_a_sentence_to_questions the_same_need_threatened_in_several_groups_stands_first
            what_is_planned_says_what_it_leaves_out worksheets_are_counted_in_fives_and_never_shown_below
            a_change_without_a_group_or_a_mark_says_what_to_do a_change_is_mapped_by_keyboard_alone;
        every_screen: every_screen_around_passes_axe_and_fits_the_narrowest_window
            every_screen_of_a_session_passes_axe_and_fits_the_narrowest_window
            every_screen_on_ones_own_passes_axe_and_fits_the_narrowest_window
            every_screen_with_others_passes_axe_and_fits_the_narrowest_window
            every_screen_across_sessions_passes_axe_and_fits_the_narrowest_window
            every_screen_of_a_change_passes_axe_and_fits_the_narrowest_window;
        interleaved: in_any_order_of_two_windows_nothing_is_lost_or_doubled in_any_order_of_three_windows_nothing_is_lost_or_doubled;
    }
}

/// Without a flag: the promises, those that are due in Chromium first in that alone. `--rest` tries these in the others, `--screens`
/// pictures the screens, `--bench` measures a derived key and a keystroke, `--kills` kills browsers and looks what is left,
/// `--traces` looks for what was typed in what browsers leave on the disk.
async fn work(flags: Vec<String>, filters: Vec<String>) -> Outcome<bool> {
    match flags
        .iter()
        .find(|it| ["--rest", "--screens", "--bench", "--kills", "--traces"].contains(&it.as_str()))
        .map(String::as_str)
    {
        Some("--rest") => run_all(promises(), filters, |engine, it| {
            it.due == Due::ChromiumFirst && engine != Engine::Chromium
        }),
        Some("--screens") => picture_all(tour::stations(), filters).await.map(|()| true),
        Some("--kills") => support::killing::kill_all().await,
        Some("--traces") => traces::hunt_all().await,
        Some(_) => bench::run(&filters).await,
        None if filters.is_empty() => run_all(promises(), filters, |engine, it| {
            it.due == Due::Everywhere || engine == Engine::Chromium
        }),
        // Who asks for one by its name wants it everywhere.
        None => run_all(promises(), filters, |_, _| true),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::process::ExitCode {
    let (flags, filters) = std::env::args().skip(1).partition(|it| it.starts_with("--"));
    match work(flags, filters).await {
        Ok(true) => std::process::ExitCode::SUCCESS,
        Ok(false) => std::process::ExitCode::FAILURE,
        Err(fault) => {
            eprintln!("{fault}");
            std::process::ExitCode::FAILURE
        }
    }
}

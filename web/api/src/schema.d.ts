// Made from docs/openapi.json by `npm run generate -w api`. Do not edit.

export interface paths {
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Our public keys: providers check our assertions and encrypt tokens with them. */
        get: operations["sign_in_jwks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of the trail. */
        get: operations["audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The trail of a period as CSV, with the page's filters. */
        get: operations["audit_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is asked, and what it is about. */
        get: operations["consent_question"];
        put?: never;
        /** Yes or no. Asked again, the last answer counts. */
        post: operations["consent_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/enforcement/assigned-rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The rights of these plates in a zone that have not ended when they were seen. */
        post: operations["plate_check_assigned_rights"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/enforcement/plate-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same for a scan car, with its key. */
        post: operations["plate_check_scan_plates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The dashboard. */
        get: operations["home"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Balance, visitors' hours and plates, for a new booking (R-10). */
        get: operations["parking_parking_start"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parking/plates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last plates, the latest first. */
        get: operations["parking_parking_plates"];
        /** What a plate is called. */
        put: operations["parking_parking_name_plate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parking/plates/forgotten": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Not offered any more. What was booked stays as it is. */
        post: operations["parking_parking_forget_plate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parking/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a session would cost. Books nothing. */
        post: operations["parking_parking_quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parking/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Books a series, whole. */
        post: operations["parking_parking_book_series"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parking/series/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Every date and price of a series. Books nothing. */
        post: operations["parking_parking_series_quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parking/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Past, running and coming sessions, the last to begin first (R-17). */
        get: operations["parking_parking_sessions"];
        put?: never;
        /** Books a session. */
        post: operations["parking_parking_book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parking/sessions.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list as a file for a spreadsheet (R-17). */
        get: operations["parking_parking_sessions_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parking/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One session. */
        get: operations["parking_parking_session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parking/sessions/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a session that runs, cancels one that is to come: what was not used comes back. */
        post: operations["parking_parking_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parking/sessions/{id}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A later end. Asked twice, it ends then as well. */
        post: operations["parking_parking_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parking/sessions/{id}/extension/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a later end would cost. Changes nothing. */
        post: operations["parking_parking_quote_extension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parking/sessions/{id}/plate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Puts a mistyped plate right: once, until some minutes after the start. What is still to come of a series
         *     goes with it.
         */
        put: operations["parking_parking_correct"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parking/sessions/{id}/proof.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The session on paper, to show against a fine (R-19). */
        get: operations["parking_parking_proof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/mollie/{id}/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Something happened to a payment. Mollie signs nothing: it is known by the address, which has a part that
         *     was given to it alone. The body is not read.
         */
        post: operations["payment_callback_mollie_reports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/worldline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Worldline asks whether this address is ours, and wants its word back. */
        get: operations["payment_callback_worldline_verifies"];
        put?: never;
        /** Something happened to a payment. */
        post: operations["payment_callback_worldline_reports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's profile. */
        get: operations["profile_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes language or user name. */
        patch: operations["profile_change"];
        trace?: never;
    };
    "/api/profile/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything held about the one who asks. */
        get: operations["profile_everything"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reminds on this device too. */
        post: operations["profile_add_device"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** No longer reminds on a device. One that isn't there is as good as removed. */
        delete: operations["profile_remove_device"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sends a code to the address; it counts once the code came back. */
        put: operations["profile_give_email"];
        post?: never;
        /** Forgets the address, also one that was not confirmed yet. */
        delete: operations["profile_remove_email"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile/email/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The code from the letter. */
        post: operations["profile_confirm_email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erases what is held about the one who asks. Needs a sign-in of the last quarter of an hour. */
        post: operations["profile_erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows it to its owner. */
        get: operations["profile_show_picture"];
        /** Gives one, in place of any there was. */
        put: operations["profile_give_picture"];
        post?: never;
        /** Takes it away. */
        delete: operations["profile_remove_picture"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one is signed in, newest first. */
        get: operations["sign_in_list"];
        put?: never;
        post?: never;
        /** Signs out everywhere, here too. */
        delete: operations["sign_in_end_all"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Signs out one place. */
        delete: operations["sign_in_end_one"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sends the browser to the identity provider. */
        get: operations["sign_in_start"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/{provider}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the identity provider sends the browser back to. */
        get: operations["sign_in_callback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends this session, here and on the server. Asked twice, it is as well. */
        post: operations["sign_in_sign_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts by name. */
        get: operations["staff_accounts_list"];
        put?: never;
        /** Invites somebody by e-mail. */
        post: operations["staff_accounts_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account. */
        get: operations["staff_accounts_one"];
        put?: never;
        post?: never;
        /** Removes an account, with every way in. The audit trail keeps what it did. */
        delete: operations["staff_accounts_remove"];
        options?: never;
        head?: never;
        /** Changes name, roles or state. */
        patch: operations["staff_accounts_change"];
        trace?: never;
    };
    "/api/staff/accounts/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends the letter again: an invitation, or a way to choose a new password. The older link ends. */
        post: operations["staff_accounts_send_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/activation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an invitation, or a reset, by choosing a password. */
        post: operations["staff_sign_in_activate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/desk/residents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a resident from the identity card, and opens the visit. */
        post: operations["desk_desk_make_resident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/desk/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody comes to the desk: for half an hour this clerk may help this resident. */
        post: operations["desk_desk_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/desk/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The resident at the desk. */
        get: operations["desk_desk_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/desk/{person}/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a session would cost. Books nothing. */
        post: operations["desk_desk_quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/desk/{person}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks unused balance back for the resident. It leaves the balance at once; the finance office decides, as with
         *     what residents ask themselves.
         */
        post: operations["desk_desk_refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/desk/{person}/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Books a series for the resident, whole. */
        post: operations["desk_desk_book_series"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/desk/{person}/series/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Every date and price of a series. Books nothing. */
        post: operations["desk_desk_series_quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/desk/{person}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The resident's sessions, the last to begin first. */
        get: operations["desk_desk_sessions"];
        put?: never;
        /** Books a session for the resident. */
        post: operations["desk_desk_book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/desk/{person}/sessions/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a session that runs, cancels one that is to come: what was not used comes back. */
        post: operations["desk_desk_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/desk/{person}/sessions/{id}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A later end. Asked twice, it ends then as well. */
        post: operations["desk_desk_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/desk/{person}/sessions/{id}/extension/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a later end would cost. Changes nothing. */
        post: operations["desk_desk_quote_extension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/desk/{person}/sessions/{id}/plate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Puts a mistyped plate right, as long as the session lasts. What is still to come of a series goes with it. */
        put: operations["desk_desk_correct"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/desk/{person}/summary.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done in this visit, and what is left. */
        get: operations["desk_desk_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/desk/{person}/top-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes cash or a card payment into the resident's balance. The receipt follows by itself. */
        post: operations["desk_desk_top_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/desk/{person}/visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The resident leaves the desk. What comes after is a visit of its own. */
        delete: operations["desk_desk_close"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/ledger-audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the last audit of the ledger found (W-30). */
        get: operations["payments_ledger_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who one is and what one may. */
        get: operations["staff_sign_in_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes one's language. */
        patch: operations["staff_sign_in_change_me"];
        trace?: never;
    };
    "/api/staff/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's notifications. */
        get: operations["notifications_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Everything up to this one was seen. */
        post: operations["notifications_mark_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Receipts, invoices and credit notes, the newest first. */
        get: operations["invoices_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/papers/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Anybody's, for the finance office. */
        get: operations["invoices_any"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes one's password. Ends one's other sessions. */
        post: operations["staff_sign_in_change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments, the newest first. */
        get: operations["payments_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/payments.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list as a file for a spreadsheet. */
        get: operations["payments_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment. */
        get: operations["payments_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/payments/{id}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decides about a payment that was set aside (W-16). */
        post: operations["payments_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/plate-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one can be: zones and their streets, for a handheld. */
        get: operations["plate_check_places"];
        put?: never;
        /** May these plates stand here? */
        post: operations["plate_check_check_plates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/problem-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells the help desk. */
        post: operations["help_desk_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Refunds, the newest first. */
        get: operations["refunds_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/refunds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One refund. */
        get: operations["refunds_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/refunds/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves or refuses a refund; sends one again that is stuck, or says that it was paid by hand. */
        post: operations["refunds_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/scanners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys there are. */
        get: operations["plate_check_scanners"];
        put?: never;
        /** Makes a key. */
        post: operations["plate_check_make_scanner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/scanners/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a key, at once. */
        delete: operations["plate_check_end_scanner"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A new secret for an authenticator app; it counts once a code of it came back. */
        get: operations["staff_sign_in_offer_second_factor"];
        /** Sets it up with a first code, in place of any there was. */
        put: operations["staff_sign_in_set_second_factor"];
        post?: never;
        /** Takes it away, with a last code. Not for roles that need one. */
        delete: operations["staff_sign_in_remove_second_factor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in with user name and password. */
        post: operations["staff_sign_in_sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/sign-in/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the code after the password. */
        post: operations["staff_sign_in_pass_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/sign-in/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sends the browser to the provider of the account. */
        get: operations["staff_sign_in_start"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/sign-in/{provider}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the provider sends the browser back to. */
        get: operations["staff_sign_in_callback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends this session, here and on the server. Asked twice, it is as well. */
        post: operations["staff_sign_in_sign_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/voucher-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All types, also those that are no longer sold. */
        get: operations["voucher_types"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/voucher-types/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Makes a type, or sells one there is on other terms from now on. */
        put: operations["voucher_types_voucher_type_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/zone-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a stay would cost, by a zone's rules or by rules not yet saved. Changes nothing. */
        post: operations["zones_zone_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/zones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All zones, with the rules they had, have and will have. */
        get: operations["zones_zone_plans"];
        /** Takes in a whole file of zones: all of it, or nothing. */
        put: operations["zones_zones_import"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/zones.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All zones as a file, written out to be read and changed by hand. */
        get: operations["zones_zones_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/zones/{zone}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Makes a zone, or plans another future for one there is. */
        put: operations["zones_zone_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Balance, what may be topped up, and what is on its way. */
        get: operations["wallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet/credit-notes/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A credit note on one's own invoice, as the statement names it. */
        get: operations["invoices_credit_note"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet/papers/{payment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The receipt or invoice of one's own payment. */
        get: operations["invoices_own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks unused balance back. It leaves the wallet at once, so that it can't be spent twice. */
        post: operations["refunds_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet/statement.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statement on paper (W-21), oldest first. */
        get: operations["wallet_statement_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet/top-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Orders a top-up, and answers where to pay it. */
        post: operations["wallet_top_up_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet/top-ups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A top-up as we know it. */
        get: operations["wallet_top_up_look"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet/top-ups/{id}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What became of a top-up: the provider is asked, whatever the browser says. */
        post: operations["wallet_top_up_outcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statement, newest first (W-20). */
        get: operations["wallet_transactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet/transactions.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statement as a file for a spreadsheet (W-21), oldest first. */
        get: operations["wallet_transactions_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/zones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The town's zones, with hours and prices. */
        get: operations["zones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/zones/apds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The town's zones by the standard that parking systems exchange by, those to come too. */
        get: operations["zones_zones_apds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountChange: {
            name?: string | null;
            /** @description Takes the second factor away of somebody who lost their phone. */
            resetSecondFactor?: boolean;
            roles?: components["schemas"]["Binding"][] | null;
            state?: components["schemas"]["Wanted"] | null;
            /**
             * Format: int64
             * @description The version that was seen: a change made from an older one is refused.
             */
            version: number;
        };
        AccountList: {
            items: components["schemas"]["AccountShown"][];
            more: boolean;
            /** @description Where the next page begins. */
            next?: string | null;
        };
        AccountShown: {
            email: string;
            id: string;
            /** Format: date-time */
            invitedAt: string;
            /** @description password or oidc */
            kind: string;
            language: string;
            /** Format: date-time */
            lastSignInAt?: string | null;
            login?: string | null;
            name: string;
            roles: components["schemas"]["Binding"][];
            secondFactor: boolean;
            /** @description invited, active or blocked */
            state: string;
            /**
             * Format: int64
             * @description Send it back with a change.
             */
            version: number;
        };
        Activated: {
            /** @description To sign in with now. */
            login: string;
        };
        Activation: {
            again: string;
            password: string;
            /** @description From the letter's link, behind `#`. */
            token: string;
        };
        ActorShown: {
            id: string;
            name: string;
        };
        /** @description An address, as people write it. */
        Address: {
            box?: string | null;
            number: string;
            postcode: string;
            street: string;
            town: string;
        };
        AddressOnCard: {
            box?: string | null;
            number: string;
            postcode: string;
            street: string;
            town: string;
        };
        AddressShown: components["schemas"]["Address"] & {
            /** @description provider or clerk: who says so */
            source: string;
        };
        AnswerGiven: {
            /**
             * @description yes or no
             * @example yes
             */
            decision: string;
            /**
             * @description The language it was read in.
             * @example nl
             */
            language: string;
            /** @description The version that was read. */
            textVersion: string;
        };
        ApdsAssignedCredential: components["schemas"]["ApdsCredential"] & {
            identifier: components["schemas"]["ApdsIdentifier"];
            /** @description The country of the plate. */
            issuer: components["schemas"]["ApdsText"][];
        };
        ApdsAssignedRight: components["schemas"]["ApdsReference"] & {
            /** Format: date-time */
            expiry: string;
            issueMethod: string;
            plannedUses: components["schemas"]["ApdsPlannedUse"][];
            rightHolder: components["schemas"]["ApdsReference"];
            /** @description As `GET /api/zones/apds` has it. */
            rightSpecification: components["schemas"]["ApdsReference"];
        };
        /** @description How a right is shown: by the plate of the car. */
        ApdsCredential: {
            /** @example licensePlate */
            type: string;
        };
        ApdsDays: {
            applicableDay: string[];
        };
        ApdsEligibility: components["schemas"]["ApdsReference"] & {
            eligibilityName: components["schemas"]["ApdsText"][];
        };
        ApdsIdentifier: {
            /** @example BELicensePlate */
            className: string;
            /** @example 1ABC234 */
            id: string;
        };
        ApdsOverallPeriod: {
            exceptionPeriods?: components["schemas"]["ApdsPeriod"][];
            /** Format: date-time */
            overallEndTime?: string | null;
            /** Format: date-time */
            overallStartTime: string;
            validPeriods: components["schemas"]["ApdsPeriod"][];
        };
        ApdsPeriod: {
            recurringDayWeekMonthPeriod?: components["schemas"]["ApdsDays"][];
            recurringSpecialDay?: components["schemas"]["ApdsSpecialDay"][];
            recurringTimePeriodOfDay?: components["schemas"]["ApdsTimePeriod"][];
        };
        ApdsPlace: components["schemas"]["ApdsReference"] & {
            hierarchyElementRecord: components["schemas"]["ApdsRecord"];
            /** Format: int32 */
            layer: number;
            name: components["schemas"]["ApdsText"][];
            rightSpecifications: components["schemas"]["ApdsReference"][];
            timeZone: string;
            type: string;
        };
        ApdsPlannedUse: {
            credentialsAssigned: components["schemas"]["ApdsAssignedCredential"][];
            /** Format: date-time */
            endTime: string;
            /** Format: date-time */
            startTime: string;
        };
        ApdsRateEligibility: components["schemas"]["ApdsReference"] & {
            eligibility: components["schemas"]["ApdsEligibility"];
            rateTable: components["schemas"]["ApdsReference"];
        };
        ApdsRateLine: {
            incrementPeriod: string;
            /** Format: double */
            minValue: number;
            rateLineType: string;
            /** Format: int32 */
            sequence: number;
            /**
             * Format: double
             * @description In euros, for each increment period; what is begun of `minValue` is paid.
             */
            value: number;
        };
        ApdsRateLineCollection: {
            applicableCurrency: string;
            /** Format: int32 */
            collectionSequence: number;
            /** @description The longest paid stay, if there is one. */
            maxTime?: string | null;
            rateLines: components["schemas"]["ApdsRateLine"][];
            relativeTimes: boolean;
            taxIncluded: boolean;
            /** Format: date-time */
            validStart: string;
        };
        ApdsRateTable: components["schemas"]["ApdsReference"] & {
            availability: string;
            rateLineCollections: components["schemas"]["ApdsRateLineCollection"][];
            rateTableName: components["schemas"]["ApdsText"][];
            /** Format: date-time */
            validityEnd?: string | null;
            /** Format: date-time */
            validityStart: string;
        };
        ApdsRecord: {
            /** Format: date-time */
            creationTime: string;
        };
        /** @description One version of something. */
        ApdsReference: {
            id: string;
            version: number;
        };
        ApdsRightSpecification: components["schemas"]["ApdsReference"] & {
            credentials: components["schemas"]["ApdsCredential"][];
            description: components["schemas"]["ApdsText"][];
            hierarchyElements: components["schemas"]["ApdsReference"][];
            issuer: components["schemas"]["ApdsReference"];
            rateEligibility: components["schemas"]["ApdsRateEligibility"][];
            transferable: boolean;
            type: string;
            validity: components["schemas"]["ApdsValidity"];
        };
        ApdsRights: {
            assignedRights: components["schemas"]["ApdsAssignedRight"][];
        };
        ApdsSpecialDay: {
            intersectWithApplicableDays: boolean;
            specialDayType: string;
        };
        /** @description A text in one of its languages. */
        ApdsText: {
            /** @description ISO 639-1 */
            language: string;
            string: string;
        };
        ApdsTimePeriod: {
            endTimeOfPeriod: string;
            startTimeOfPeriod: string;
        };
        /** @description When it is paid: before, between and after these times nobody needs the right. */
        ApdsValidity: {
            validityStatus: string;
            validityTimeSpecification: components["schemas"]["ApdsOverallPeriod"];
        };
        ApdsZones: {
            places: components["schemas"]["ApdsPlace"][];
            rateTables: components["schemas"]["ApdsRateTable"][];
            rightSpecifications: components["schemas"]["ApdsRightSpecification"][];
        };
        AuditList: {
            items: components["schemas"]["LineShown"][];
            more: boolean;
            next?: string | null;
        };
        /** @description What the last audit of the ledger found. */
        AuditShown: {
            last?: components["schemas"]["FindingsShown"] | null;
        };
        /** @description A role and what it is for. */
        Binding: {
            /** @example admin */
            role: string;
            /** @example region */
            scope: string;
        };
        CameBack: {
            /** @description `RETURNMAC`, if the provider gave the browser one. */
            returnMac?: string | null;
        };
        ChangeShown: {
            field: string;
            from?: string | null;
            to?: string | null;
        };
        CodeGiven: {
            /** @example 042042 */
            code: string;
        };
        /** @description Whom an invoice is for. */
        Company: {
            /**
             * @description Two letters.
             * @example BE
             */
            country: string;
            name: string;
            postcode: string;
            street: string;
            town: string;
            /** @example BE0123456749 */
            vatNumber: string;
        };
        ConsentShown: {
            /** Format: date-time */
            decidedAt: string;
            decisions: components["schemas"]["DecisionShown"][];
            textVersion: string;
        };
        Credentials: {
            login: string;
            password: string;
        };
        /** @enum {string} */
        Decided: "approve" | "refuse" | "try-again" | "paid-by-hand";
        Decision: {
            decision: components["schemas"]["Decided"];
            /** @description For the resident to read, and for the trail; needed unless it is approved. */
            reason?: string | null;
            /**
             * Format: int64
             * @description The version that was seen: a decision about an older one is refused.
             */
            version: number;
        };
        DecisionShown: {
            /** Format: date-time */
            at: string;
            /** @description yes or no */
            decision: string;
            textVersion: string;
        };
        DeskEndAsked: {
            reason: string;
        };
        DeskExtensionAsked: {
            /**
             * Format: int64
             * @description What the quote said. It never costs more.
             */
            agreedCents: number;
            /**
             * Format: date-time
             * @description The end it is to have.
             */
            until: string;
        };
        /** @description Whom one helps, and what they have. */
        DeskOverview: {
            address?: components["schemas"]["Address"] | null;
            /** Format: date-time */
            asOf: string;
            /** Format: int64 */
            balanceCents: number;
            current?: components["schemas"]["DeskSession"] | null;
            firstName: string;
            hasEmail: boolean;
            /** @example 9F3K-27QX */
            internalId: string;
            language: string;
            lastName: string;
            /**
             * @description Enough to hold beside the card.
             * @example 85.07.30-***.**
             */
            nationalNumber: string;
            next?: components["schemas"]["DeskSession"] | null;
            /** @description How many others run. */
            othersRunning: number;
            person: string;
            /** @description The plates parked before, the last one first. */
            plates: components["schemas"]["KnownPlateShown"][];
            /** @description Visitors' hours left of this quarter and the next. */
            quota: components["schemas"]["QuotaShown"][];
            topUp: components["schemas"]["DeskTopUpRules"];
            visit: components["schemas"]["VisitShown"];
            /**
             * Format: int32
             * @description Paid time of one visit, at most.
             */
            visitMinutes: number;
            /** @description The zone in which visitors park; none when the address is unknown or in no zone. */
            visitorsZone?: string | null;
        };
        DeskPlateAsked: {
            /**
             * @description Two letters of ISO 3166; Belgium when left out
             * @example BE
             */
            country?: string | null;
            /** @example 1-ABC-234 */
            plate: string;
            reason: string;
        };
        DeskRefundAsked: {
            /**
             * Format: int64
             * @description Whole cents.
             * @example 1250
             */
            amountCents: number;
        };
        DeskRefundBegun: {
            /** Format: int64 */
            amountCents: number;
            refund: string;
        };
        DeskSeriesAsked: {
            /**
             * Format: int64
             * @description What the quote said. It never costs more.
             */
            agreedCents: number;
            /** @description What was quoted. */
            series: components["schemas"]["SeriesWanted"];
        };
        /** @description A session, in short. */
        DeskSession: {
            /** Format: int64 */
            cents: number;
            /** Format: date-time */
            from: string;
            id: string;
            plateWritten: string;
            /** Format: date-time */
            until: string;
            zoneName: string;
        };
        DeskSessionAsked: {
            /**
             * Format: int64
             * @description What the quote said. It never costs more.
             */
            agreedCents: number;
            /** @description What was quoted. */
            session: components["schemas"]["SessionWanted"];
        };
        DeskTopUpAsked: {
            /**
             * Format: int64
             * @description Whole cents.
             * @example 2000
             */
            amountCents: number;
            /**
             * @description cash or card
             * @example cash
             */
            means: string;
            /** @description What the card terminal printed. */
            terminalReference?: string | null;
        };
        DeskTopUpRules: {
            /** Format: int64 */
            leastCents: number;
            /** Format: int64 */
            mostCents: number;
            quickCents: number[];
        };
        DeskToppedUp: {
            /** Format: int64 */
            amountCents: number;
            /** Format: int64 */
            balanceCents: number;
            payment: string;
            /** @description What stands on the receipt. */
            reference: string;
        };
        DeviceAdded: {
            /** @description Always the same for the same browser. */
            id: string;
        };
        /** @description As a browser's `PushSubscription` says it. */
        DeviceAsked: {
            /** @example https://updates.push.services.mozilla.com/wpush/v2/abc */
            endpoint: string;
            keys: components["schemas"]["DeviceKeys"];
        };
        DeviceHeld: {
            /** Format: date-time */
            addedAt: string;
        };
        DeviceKeys: {
            auth: string;
            p256dh: string;
        };
        EmailGiven: {
            /** @example naam@voorbeeld.be */
            address: string;
        };
        EmailShown: {
            address: string;
            confirmed: boolean;
        };
        /** @description Nothing more needs to be said. */
        EndAsked: Record<string, never>;
        /** @enum {string} */
        EntranceKind: "password" | "oidc";
        Erased: {
            next: string;
        };
        ErasureAsked: {
            /** @description Must be true: this can't be undone. */
            confirm: boolean;
        };
        Everything: {
            /** Format: date-time */
            createdAt: string;
            /** @description Browsers that reminders are sent to. */
            devices: components["schemas"]["DeviceHeld"][];
            /** Format: date-time */
            generatedAt: string;
            mails: components["schemas"]["MailHeld"][];
            /** @description Whole here, since this is the answer to its owner's own question. */
            nationalNumber: string;
            parking: components["schemas"]["ParkingHeld"];
            profile: components["schemas"]["Profile"];
            sessions: components["schemas"]["SessionHeld"][];
            /** @description When staff looked at this account or did something in it, the latest first (P-63). */
            staff: components["schemas"]["StaffActed"][];
            wallet: components["schemas"]["WalletHeld"];
        };
        ExtensionAsked: {
            /**
             * Format: int64
             * @description What the quote said. It never costs more.
             */
            agreedCents: number;
            /**
             * Format: date-time
             * @description The end it is to have.
             */
            until: string;
        };
        ExtensionQuote: {
            /**
             * Format: int64
             * @description Below zero when there is not enough.
             */
            balanceAfterCents: number;
            /** Format: int64 */
            balanceCents: number;
            /**
             * Format: int64
             * @description To agree to.
             */
            cents: number;
            /**
             * Format: int32
             * @description Of paid time, more than now.
             */
            minutes: number;
            /** Format: date-time */
            until: string;
        };
        ExtensionWanted: {
            /**
             * Format: date-time
             * @description The end it is to have.
             */
            until: string;
        };
        FindingsShown: {
            /** Format: int64 */
            accounts: number;
            /** Format: date-time */
            endedAt: string;
            /** Format: int64 */
            faultCount: number;
            /** @description The first of them, for who repairs it. */
            faults: Record<string, never>[];
            /** Format: int64 */
            payments: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: int64 */
            transfers: number;
        };
        ForgetAsked: {
            /** @example BE */
            country?: string | null;
            /** @example 1-ABC-234 */
            plate: string;
        };
        Home: {
            /**
             * Format: date-time
             * @description When all this was so; shown when there is no connection (P-44).
             */
            asOf: string;
            balance: components["schemas"]["Money"];
            current?: components["schemas"]["Parked"] | null;
            firstName: string;
            /**
             * @description What a resident reads to a clerk.
             * @example 9F3K-27QX
             */
            internalId: string;
            /**
             * @description The resident's own choice (P-40).
             * @example nl
             */
            language: string;
            lastName: string;
            next?: components["schemas"]["Parked"] | null;
            /** @description How many others run. */
            othersRunning: number;
            practice: boolean;
            profileId: string;
            userName?: string | null;
        };
        KnownPlateShown: {
            country: string;
            /** @description own or visitor: what it was parked as last */
            for: string;
            name?: string | null;
            plate: string;
            plateWritten: string;
            /** Format: date-time */
            usedAt: string;
        };
        KnownPlates: {
            items: components["schemas"]["KnownPlateShown"][];
        };
        LineShown: {
            /** @example staff-account.invited */
            action: string;
            actor: components["schemas"]["ActorShown"];
            /** Format: date-time */
            at: string;
            changes: components["schemas"]["ChangeShown"][];
            id: string;
            onBehalfOf?: string | null;
            reason?: string | null;
            requestId: string;
            subject: components["schemas"]["SubjectShown"];
        };
        /** @description A letter that was sent: which and when. What it said is not kept. */
        MailHeld: {
            /** Format: date-time */
            at: string;
            kind: string;
            /** @description waiting, delivered or undelivered */
            state: string;
        };
        Me: {
            email: string;
            id: string;
            /** @description password or oidc */
            kind: string;
            language: string;
            login?: string | null;
            name: string;
            practice: boolean;
            /** @description What the screens go by. */
            rights: string[];
            roles: components["schemas"]["Binding"][];
            secondFactor: boolean;
            secondFactorRequired: boolean;
            /** @description Notifications not seen yet; counting stops at 50. */
            unread: number;
        };
        Money: {
            /**
             * Format: int64
             * @description Whole cents.
             */
            cents: number;
        };
        MyChange: {
            /** @description nl, fr, de or en */
            language: string;
        };
        NameAsked: {
            /** @example BE */
            country?: string | null;
            /**
             * @description None takes the name away.
             * @example oma
             */
            name?: string | null;
            /** @example 1-ABC-234 */
            plate: string;
        };
        /** @description The same in each language. */
        Names: {
            de: string;
            en: string;
            fr: string;
            nl: string;
        };
        NewAccount: {
            email: string;
            kind: components["schemas"]["EntranceKind"];
            language: string;
            /** @description For an account with a password. */
            login?: string | null;
            name: string;
            roles: components["schemas"]["Binding"][];
        };
        Next: {
            /**
             * @description The page of the portal to go to.
             * @example /
             */
            next: string;
        };
        NotificationList: {
            /** @description The newest 50, newest first. */
            items: components["schemas"]["NotificationShown"][];
            unread: number;
        };
        NotificationShown: {
            /** Format: date-time */
            at: string;
            id: string;
            /** @description invitation-accepted or mail-undelivered */
            kind: string;
            /** @description What the sentence of this kind names. */
            params: {
                [key: string]: string;
            };
            read: boolean;
        };
        Offer: {
            /** @description For typing into an app. */
            secret: string;
            /** @description For the QR code. */
            uri: string;
        };
        Overview: {
            /** Format: date-time */
            asOf: string;
            /** Format: int64 */
            balanceCents: number;
            /** @description Ordered lately and not simply done: on their way, or come late. */
            payments: components["schemas"]["PaymentNews"][];
            /** @description Asked back and not simply done. */
            refunds: components["schemas"]["RefundNews"][];
            topUp: components["schemas"]["TopUpRules"];
        };
        PaidHours: {
            /** @example 09:00 */
            from: string;
            /** @example 19:00 */
            until: string;
        };
        PaperList: {
            items: components["schemas"]["PaperShown"][];
            more: boolean;
            /** @description Where the next page begins. */
            next?: string | null;
        };
        PaperShown: {
            /** Format: int64 */
            amountCents: number;
            /** Format: date-time */
            drawnAt: string;
            /** @description receipt, invoice or credit-note */
            kind: string;
            number: string;
            payment: string;
            paymentReference: string;
            /** @description Whether the document stands ready. */
            ready: boolean;
            /** @description Whether there is one that programs read. */
            ubl: boolean;
        };
        /** @description A session, in short. */
        Parked: {
            /** Format: int64 */
            cents: number;
            country: string;
            /** @description own or visitor */
            for: string;
            /** Format: date-time */
            from: string;
            id: string;
            plate: string;
            /** @description With hyphens, where its country writes them. */
            plateWritten: string;
            series?: string | null;
            /** Format: date-time */
            until: string;
            zone: string;
            zoneName: string;
        };
        ParkedHeld: {
            atTheDesk: boolean;
            /** Format: date-time */
            bookedAt: string;
            /** Format: int64 */
            cents: number;
            country: string;
            /** @description own or visitor */
            for: string;
            /** Format: date-time */
            from: string;
            /**
             * Format: date-time
             * @description The day after which it is removed.
             */
            keptUntil: string;
            plate: string;
            reference: string;
            /** @description booked, stopped or cancelled */
            state: string;
            /** Format: date-time */
            until: string;
            zone: string;
        };
        ParkingBooked: {
            /** Format: int64 */
            balanceCents: number;
            /** Format: int64 */
            cents: number;
            series?: string | null;
            /** @description Of a series, all of them, in order. */
            sessions: components["schemas"]["ParkingSession"][];
        };
        ParkingChanged: {
            /** Format: int64 */
            balanceCents: number;
            /**
             * Format: int64
             * @description Paid more; below zero, it came back to the balance.
             */
            cents: number;
            session: components["schemas"]["ParkingSession"];
        };
        ParkingHeld: {
            bookings: components["schemas"]["ParkedHeld"][];
            plates: components["schemas"]["PlateHeld"][];
        };
        ParkingList: {
            /** @description How many there are in all. */
            count: number;
            items: components["schemas"]["ParkingSession"][];
            more: boolean;
            /** @description Where the next page begins. */
            next?: string | null;
            /** @description There are more than could be counted. */
            orMore: boolean;
        };
        /** @description What it would come to (R-3). */
        ParkingQuote: {
            /**
             * Format: int64
             * @description Below zero when there is not enough.
             */
            balanceAfterCents: number;
            /** Format: int64 */
            balanceCents: number;
            /**
             * Format: int64
             * @description To agree to.
             */
            cents: number;
            items: components["schemas"]["QuoteItem"][];
            /**
             * Format: int32
             * @description Of paid time, in all.
             */
            minutes: number;
            /** @description Visitors' hours it uses. */
            quota: components["schemas"]["QuotaShown"][];
        };
        ParkingSession: {
            /** @description Booked by staff at the desk. */
            atTheDesk: boolean;
            /** @description Whether the resident can still put the plate right. */
            canCorrect: boolean;
            /** Format: int64 */
            cents: number;
            country: string;
            /** @description own or visitor */
            for: string;
            /** Format: date-time */
            from: string;
            id: string;
            /**
             * Format: int32
             * @description Of paid time.
             */
            minutes: number;
            plate: string;
            /** @description With hyphens, where its country writes them. */
            plateWritten: string;
            /**
             * @description What one reads to a clerk.
             * @example 3F7K-92QX
             */
            reference: string;
            series?: string | null;
            /** @description coming, running, over, stopped or cancelled */
            state: string;
            /** Format: date-time */
            until: string;
            zone: string;
            zoneName: string;
        };
        /** @description What one needs to know before booking. */
        ParkingStart: {
            /** Format: int64 */
            balanceCents: number;
            /** @description Whether there is an address that counts (P-10). */
            hasAddress: boolean;
            /** @description The plates parked before, the last one first. */
            plates: components["schemas"]["KnownPlateShown"][];
            /** @description Visitors' hours left of this quarter and the next. */
            quota: components["schemas"]["QuotaShown"][];
            reminders: components["schemas"]["Reminders"];
            /**
             * Format: int32
             * @description Paid time of one visit, at most.
             */
            visitMinutes: number;
            /** @description The zone in which visitors park; none when the address is unknown or in no zone. */
            visitorsZone?: string | null;
        };
        /** @description What goes back through one payment. */
        PartShown: {
            /** Format: int64 */
            amountCents: number;
            /** @description The number of the credit note, once drawn. */
            creditNote?: string | null;
            payment: string;
            paymentReference: string;
            /** @description reserved, sent, paid, released or by-hand */
            state: string;
        };
        PasswordChange: {
            again: string;
            current: string;
            password: string;
        };
        PaymentHeld: {
            /** Format: int64 */
            amountCents: number;
            /** Format: date-time */
            at: string;
            company?: components["schemas"]["Company"] | null;
            paidWith?: string | null;
            /** @description Of the receipt or invoice. */
            paperNumber?: string | null;
            reference: string;
            state: string;
        };
        PaymentList: {
            items: components["schemas"]["PaymentShown"][];
            more: boolean;
            /** @description Where the next page begins. */
            next?: string | null;
        };
        PaymentNews: {
            /** Format: int64 */
            amountCents: number;
            /** Format: date-time */
            at: string;
            id: string;
            /** @description open, pending, checking or late */
            news: string;
            reference: string;
        };
        /** @description A payment, as the finance office sees it. */
        PaymentShown: {
            /** @description Paid after it had been shown as ended without. */
            cameLate: boolean;
            id: string;
            method?: string | null;
            /** Format: date-time */
            orderedAt: string;
            /** Format: int64 */
            orderedCents: number;
            /** @description receipt or invoice */
            paper: string;
            paperNumber?: string | null;
            /** @description What the resident reads to a clerk. */
            person: string;
            /** @description worldline, mollie or desk */
            provider: string;
            /** @description What the provider knows it by. */
            providerPayment?: string | null;
            /** Format: date-time */
            receivedAt?: string | null;
            /** Format: int64 */
            receivedCents?: number | null;
            receivedCurrency?: string | null;
            reference: string;
            /** @description created, open, pending, paid, cancelled, failed, expired, parked, parked-credited or parked-closed */
            state: string;
            /** Format: int64 */
            version: number;
        };
        /** @description An address a code was sent to. */
        PendingShown: {
            address: string;
            /** Format: date-time */
            expiresAt: string;
        };
        PictureShown: {
            url: string;
        };
        Place: {
            id: string;
            name: string;
            streets: string[];
        };
        Places: {
            items: components["schemas"]["Place"][];
        };
        PlateAnswer: {
            /**
             * Format: date-time
             * @description It may still get its right until then: ask again.
             */
            askAgainAt?: string | null;
            /** Format: date-time */
            at: string;
            /**
             * Format: date-time
             * @description Of booked-since: when its right began.
             */
            from?: string | null;
            mayStand: boolean;
            plate: string;
            plateWritten: string;
            /**
             * Format: date-time
             * @description Until when it may stand; of free, until it is paid again.
             */
            until?: string | null;
            /** @description booked; free: nobody pays then; booked-since: it got its right soon after it was seen; none */
            why: string;
        };
        PlateAnswers: {
            /** Format: date-time */
            askedAt: string;
            /** @description In the order of the question. */
            items: components["schemas"]["PlateAnswer"][];
            zone: string;
            zoneName: string;
        };
        PlateAsked: {
            /**
             * @description Two letters of ISO 3166; Belgium when left out
             * @example BE
             */
            country?: string | null;
            /** @example 1-ABC-234 */
            plate: string;
        };
        /** @description A plate that is remembered. */
        PlateHeld: {
            country: string;
            name?: string | null;
            plate: string;
            /** Format: date-time */
            usedAt: string;
        };
        PlateQuestion: {
            /**
             * Format: date-time
             * @description When they were seen, within the last 24 hours; now, when left out.
             */
            at?: string | null;
            /** @description 1 to 500 */
            plates: components["schemas"]["PlateSeen"][];
            /** @description For a street whose name is in two places. */
            postcode?: string | null;
            /** @example Kerkstraat */
            street?: string | null;
            /**
             * @description Where they were seen: a zone, or a street.
             * @example centrum
             */
            zone?: string | null;
        };
        PlateSeen: {
            /**
             * Format: date-time
             * @description When this one was seen, if not when the others were
             */
            at?: string | null;
            /**
             * @description Two letters of ISO 3166; any country's, when left out
             * @example BE
             */
            country?: string | null;
            /** @example 1-ABC-234 */
            plate: string;
        };
        Preview: {
            address?: components["schemas"]["Address"] | null;
            firstName: string;
            lastName: string;
        };
        PreviewAsked: {
            /**
             * @description own or visitor
             * @example own
             */
            for: string;
            /** Format: date-time */
            from: string;
            rules?: components["schemas"]["ZoneRules"] | null;
            /** Format: date-time */
            until: string;
            /**
             * @description By the rules it has on that day.
             * @example centrum
             */
            zone?: string | null;
        };
        /** @description A problem as it is sent. */
        ProblemBody: {
            /** @description Stable: what programs look at. */
            code: string;
            /** @description What happened and what to do, in the asked language. */
            detail: string;
            /** @description The field it is about. */
            field?: string | null;
            requestId: string;
            /** Format: int64 */
            retryAfterSeconds?: number | null;
            /** Format: int32 */
            status: number;
            type: string;
        };
        Profile: {
            address?: components["schemas"]["AddressShown"] | null;
            consent: components["schemas"]["ConsentShown"];
            email?: components["schemas"]["EmailShown"] | null;
            firstName: string;
            internalId: string;
            language: string;
            lastName: string;
            /**
             * @description Enough to recognise one's own.
             * @example 85.07.30-***.**
             */
            nationalNumberMasked: string;
            pendingEmail?: components["schemas"]["PendingShown"] | null;
            picture?: components["schemas"]["PictureShown"] | null;
            profileId: string;
            userName?: string | null;
        };
        ProfileChange: {
            /** @description nl, fr, de or en */
            language?: string | null;
            /** @description The name to be greeted by; empty to have none. */
            userName?: string | null;
        };
        QuarterShown: {
            /** Format: int32 */
            minutes: number;
            /** @example 2026-Q4 */
            quarter: string;
        };
        Question: {
            /** Format: date-time */
            decidedAt?: string | null;
            /** @description What would be used. */
            preview: components["schemas"]["Preview"];
            /**
             * @description asked, given or outdated
             * @example asked
             */
            state: string;
            /** @description The version of the text that is asked about now. */
            textVersion: string;
        };
        /** @description What is left of a quarter's visitors' hours (R-11). */
        QuotaShown: {
            /**
             * Format: int64
             * @description After what is asked. Below zero when there is not enough.
             */
            leftAfterMinutes: number;
            /** Format: int64 */
            leftMinutes: number;
            /** Format: int32 */
            ofMinutes: number;
            /** @example 2026-Q4 */
            quarter: string;
        };
        QuoteItem: {
            /** Format: int64 */
            cents: number;
            /** Format: date-time */
            from: string;
            /**
             * Format: int32
             * @description Of paid time; none is free for everybody, and is not booked.
             */
            minutes: number;
            /** Format: int64 */
            perHourCents: number;
            /** Format: date-time */
            until: string;
        };
        RateShown: {
            /** Format: int64 */
            perHourCents: number;
            /**
             * Format: int64
             * @description What is begun of so much is paid.
             */
            stepCents: number;
        };
        RefundAsked: {
            /**
             * Format: int64
             * @description Whole cents.
             * @example 1250
             */
            amountCents: number;
        };
        RefundBegun: {
            /** Format: int64 */
            amountCents: number;
            id: string;
        };
        RefundHeld: {
            /** Format: int64 */
            amountCents: number;
            /** Format: date-time */
            at: string;
            /** @description Numbers. */
            creditNotes?: string[];
            reason?: string | null;
            state: string;
        };
        RefundList: {
            items: components["schemas"]["RefundShown"][];
            more: boolean;
            /** @description Where the next page begins. */
            next?: string | null;
        };
        RefundNews: {
            /** Format: int64 */
            amountCents: number;
            /** Format: date-time */
            at: string;
            id: string;
            /** @description asked, approved, paid or refused */
            news: string;
            /** @description Why it was refused. */
            reason?: string | null;
        };
        /** @description A refund, as staff see it. */
        RefundShown: {
            /** Format: int64 */
            amountCents: number;
            /** Format: date-time */
            askedAt: string;
            id: string;
            parts: components["schemas"]["PartShown"][];
            /** @description What the resident reads to a clerk. */
            person: string;
            reason?: string | null;
            /** @description asked, approved, sending, paid, refused or stuck */
            state: string;
            /** Format: int64 */
            version: number;
        };
        /** @description By what a reminder can come (R-18). */
        Reminders: {
            /** @description Whether there is an e-mail address. */
            email: boolean;
            /** @description The browser that asks, if it is. */
            here?: string | null;
            /** @description What a browser needs to be reachable; none where the town offers no notifications. */
            pushKey?: string | null;
        };
        Report: {
            /** Format: date-time */
            at: string;
            note?: string;
            /**
             * @description The page's path, without what follows the question mark.
             * @example /accounts
             */
            page: string;
            /** @description The last requests' ids, ten at most. */
            requestIds: string[];
        };
        ResidentAsked: {
            address: components["schemas"]["AddressOnCard"];
            /** @description The text about the use of data was read with them, or handed over, and they agree. */
            consent: boolean;
            firstName: string;
            /**
             * @description For letters and papers
             * @example nl
             */
            language: string;
            lastName: string;
            /**
             * @description As it stands on the identity card
             * @example 85.07.30-033.28
             */
            nationalNumber: string;
            /** @description Why somebody is at the desk. */
            reason: string;
            /** @description The version of that text. */
            textVersion: string;
        };
        Resolution: {
            /** @description Why, for the trail. */
            reason: string;
            resolution: components["schemas"]["Resolved"];
            /**
             * Format: int64
             * @description The version that was seen: a decision about an older one is refused.
             */
            version: number;
        };
        /** @enum {string} */
        Resolved: "credit" | "close";
        ScannerAsked: {
            /**
             * @description What colleagues call it.
             * @example Scanwagen 1
             */
            name: string;
        };
        ScannerList: {
            items: components["schemas"]["ScannerShown"][];
        };
        ScannerMade: components["schemas"]["ScannerShown"] & {
            /** @description Shown this once. */
            key: string;
        };
        ScannerShown: {
            /**
             * Format: date-time
             * @description When it asked last, to the minute.
             */
            askedAt?: string | null;
            /** Format: date-time */
            endsAt: string;
            id: string;
            /** Format: date-time */
            madeAt: string;
            madeBy: string;
            name: string;
        };
        Seen: {
            /** @description The newest that was seen. */
            upTo: string;
        };
        SeriesAsked: {
            /**
             * Format: int64
             * @description What the quote said. It never costs more.
             */
            agreedCents: number;
            /** @description Whether to be told a quarter of an hour before each end. */
            remind?: boolean;
            /** @description What was quoted. */
            series: components["schemas"]["SeriesWanted"];
        };
        SeriesWanted: {
            /**
             * @description Two letters of ISO 3166; Belgium when left out
             * @example BE
             */
            country?: string | null;
            /** Format: date */
            firstDay: string;
            /**
             * @description own or visitor
             * @example own
             */
            for: string;
            /** @example 09:00 */
            fromTime: string;
            /** Format: date */
            lastDay: string;
            /** @example 1-ABC-234 */
            plate: string;
            /**
             * @description Before the from-time, it is the next day
             * @example 12:30
             */
            untilTime: string;
            /** @description 1 is Monday, 7 is Sunday */
            weekdays: number[];
            /** @example centrum */
            zone: string;
        };
        SessionAsked: {
            /**
             * Format: int64
             * @description What the quote said. It never costs more.
             */
            agreedCents: number;
            /** @description Whether to be told a quarter of an hour before the end. */
            remind?: boolean;
            /** @description What was quoted. */
            session: components["schemas"]["SessionWanted"];
        };
        SessionHeld: {
            device: string;
            /** Format: date-time */
            endsAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            provider: string;
            /** Format: date-time */
            signedInAt: string;
        };
        SessionItem: {
            /** @description The one that asks. */
            current: boolean;
            /** @example Firefox, Android */
            device: string;
            id: string;
            /** Format: date-time */
            lastSeenAt: string;
            /** @example itsme */
            provider: string;
            /** Format: date-time */
            signedInAt: string;
        };
        SessionList: {
            items: components["schemas"]["SessionItem"][];
        };
        SessionWanted: {
            /**
             * @description Two letters of ISO 3166; Belgium when left out
             * @example BE
             */
            country?: string | null;
            /**
             * @description own or visitor
             * @example visitor
             */
            for: string;
            /**
             * Format: date-time
             * @description Now, when left out.
             */
            from?: string | null;
            /** @example 1-ABC-234 */
            plate: string;
            /** Format: date-time */
            until: string;
            /** @example centrum */
            zone: string;
        };
        SignedIn: {
            /**
             * @description What is to be done next: `home`, `second-factor` (give the code) or `enrol` (set one up).
             * @example second-factor
             */
            next: string;
        };
        StaffActed: {
            /**
             * @description As the town's own trail calls it.
             * @example desk.visit
             */
            action: string;
            /** Format: date-time */
            at: string;
            reason?: string | null;
        };
        StretchShown: {
            /** Format: date-time */
            from: string;
            /** Format: int32 */
            minutes: number;
            /** Format: date-time */
            until: string;
        };
        SubjectShown: {
            id: string;
            kind: string;
            /** @description What it was called then. */
            label: string;
        };
        TopUpAsked: {
            /**
             * Format: int64
             * @description Whole cents.
             * @example 2500
             */
            amountCents: number;
            company?: components["schemas"]["Company"] | null;
        };
        TopUpBegun: {
            id: string;
            /** @description The provider's page, to send the browser to. */
            payAt: string;
        };
        TopUpRules: {
            /** Format: int64 */
            leastCents: number;
            /** Format: int64 */
            mostCents: number;
            /** @description Whether this town takes payments online. */
            offered: boolean;
            quickCents: number[];
        };
        /** @description A top-up, as its page shows it. */
        TopUpShown: {
            /** Format: int64 */
            amountCents: number;
            /**
             * Format: int64
             * @description Of the wallet, now.
             */
            balanceCents: number;
            /** @description The provider answered just now; else this is what we last knew. */
            fresh: boolean;
            id: string;
            /** @description receipt or invoice */
            paper: string;
            paperReady: boolean;
            /** @description The provider's page, while one can still pay there. */
            payAt?: string | null;
            /** @description What one reads to a clerk. */
            reference: string;
            state: components["schemas"]["TopUpState"];
        };
        /**
         * @description What became of it, in a resident's words.
         * @enum {string}
         */
        TopUpState: "open" | "pending" | "paid" | "cancelled" | "failed" | "expired" | "checking" | "closed";
        TransactionHeld: {
            /** Format: int64 */
            amountCents: number;
            /** Format: date-time */
            at: string;
            /** Format: int64 */
            balanceAfterCents: number;
            /** Format: int64 */
            number: number;
        };
        TransactionList: {
            /**
             * Format: int64
             * @description How many there are in all.
             */
            count: number;
            items: components["schemas"]["TransactionShown"][];
            more: boolean;
            /** @description Where the next page begins. */
            next?: string | null;
            /** @description There are more than could be counted. */
            orMore: boolean;
        };
        TransactionShown: {
            /**
             * Format: int64
             * @description Below zero when it went out.
             */
            amountCents: number;
            /** Format: date-time */
            at: string;
            /** Format: int64 */
            balanceAfterCents: number;
            /** @description Numbers of the credit notes on what went back of invoiced payments. */
            creditNotes: string[];
            /** @description What it was, in the asked language. */
            description: string;
            invoice: boolean;
            /** Format: int64 */
            number: number;
            /** @description The payment it came by, which has a receipt or an invoice. */
            payment?: string | null;
        };
        VisitAsked: {
            /**
             * @description As it stands on the identity card
             * @example 85.07.30-033.28
             */
            nationalNumber: string;
            /** @description Why somebody is at the desk: for the audit trail, and for the resident to read. */
            reason: string;
        };
        VisitBegun: {
            /** Format: date-time */
            endsAt: string;
            /** @description Whom it is about, in the addresses of all that follows. */
            person: string;
        };
        VisitShown: {
            /** Format: date-time */
            beganAt: string;
            /** Format: date-time */
            endsAt: string;
            reason: string;
        };
        /** @description What one is sold as from now on; what was sold before stays as it was. */
        VoucherTerms: {
            /**
             * Format: int32
             * @description Of paid time that a code is worth: 1 to 100.
             */
            hours: number;
            /**
             * Format: int32
             * @description … and so many at once at most: 1 to 100.
             */
            most: number;
            /**
             * Format: int32
             * @description Sold in multiples of so many, …
             */
            multiple: number;
            name: components["schemas"]["Names"];
            /**
             * Format: int64
             * @description Of a code, in whole cents.
             */
            priceCents: number;
            /** @description Whether it can be bought now. */
            sold: boolean;
            validity: components["schemas"]["VoucherValidity"];
            /**
             * @description Where it holds.
             * @example centrum
             */
            zone: string;
        };
        /** @description What is sold under a short word that never changes. */
        VoucherType: {
            /** @example dag */
            id: string;
            terms: components["schemas"]["VoucherTerms"];
        };
        VoucherTypeAsked: {
            terms: components["schemas"]["VoucherTerms"];
            /**
             * Format: int64
             * @description The version of the types that was seen: a change made from an older one is refused.
             */
            version: number;
        };
        VoucherTypes: {
            types: components["schemas"]["VoucherType"][];
            /**
             * Format: int64
             * @description Send it back with a change.
             */
            version: number;
        };
        /** @description Until when a code can be used: one of the two. */
        VoucherValidity: {
            /**
             * Format: int32
             * @description So many months after it was bought: 1 to 60.
             */
            months: number;
        } | {
            /**
             * Format: int32
             * @description The end of the year in which it was bought, or of so many years later: 0 to 5.
             */
            endOfYear: number;
        };
        WalletHeld: {
            /** Format: int64 */
            balanceCents: number;
            payments: components["schemas"]["PaymentHeld"][];
            refunds: components["schemas"]["RefundHeld"][];
            transactions: components["schemas"]["TransactionHeld"][];
        };
        /** @enum {string} */
        Wanted: "active" | "blocked";
        ZoneAsked: {
            /**
             * Format: date
             * @description Tomorrow or later; once it is there, it stays so.
             */
            closes?: string | null;
            name: components["schemas"]["Names"];
            /** @description One after the other. Those that began are told as they are; what is left out of those to come, does not come. */
            rules: components["schemas"]["ZoneRules"][];
            /**
             * Format: int64
             * @description The version of the zones that was seen: a change made from an older one is refused.
             */
            version: number;
        };
        /** @description As the audit trail tells it. */
        ZoneDifference: {
            /**
             * @description With the day from which it differs, where that matters.
             * @example own@2027-01-01
             */
            field: string;
            from?: string | null;
            to?: string | null;
        };
        ZoneImported: {
            changes: components["schemas"]["ZoneDifference"][];
            id: string;
            /** @description In the asked language. */
            name: string;
            outcome: components["schemas"]["ZoneOutcome"];
        };
        ZoneList: {
            items: components["schemas"]["ZoneShown"][];
        };
        /** @enum {string} */
        ZoneOutcome: "new" | "changed" | "same" | "kept";
        /** @description A zone as staff plan it. */
        ZonePlan: {
            /**
             * Format: date
             * @description From this day on there is no parking to book here.
             */
            closes?: string | null;
            /** @example centrum */
            id: string;
            name: components["schemas"]["Names"];
            /** @description One after the other, each from its day on. Those that began are told as they are. */
            rules: components["schemas"]["ZoneRules"][];
        };
        ZonePlans: {
            /**
             * Format: date
             * @description In the town. What is planned begins tomorrow or later.
             */
            today: string;
            /** @description When parking is paid today, holidays and all; of the zones that are open. */
            todays: components["schemas"]["ZoneToday"][];
            /**
             * Format: int64
             * @description Send it back with a change.
             */
            version: number;
            zones: components["schemas"]["ZonePlan"][];
        };
        /** @description What somebody would pay, in its parts (R-3). */
        ZonePreview: {
            /** Format: int64 */
            cents: number;
            /**
             * Format: int32
             * @description Paid time of one stay, at most.
             */
            longestMinutes?: number | null;
            /**
             * Format: int32
             * @description Of paid time, in all.
             */
            minutes: number;
            /** Format: int64 */
            perHourCents: number;
            /** @description Visitors' hours it would use. */
            quarters: components["schemas"]["QuarterShown"][];
            /**
             * Format: date
             * @description The day on which these rules begin.
             */
            rulesFrom: string;
            /** Format: int64 */
            stepCents: number;
            /** @description Paid time, in order. */
            stretches: components["schemas"]["StretchShown"][];
            /** @description Longer than may be: it could not be booked. */
            tooLong: boolean;
        };
        /** @description How a zone works from a day on. */
        ZoneRules: {
            /**
             * Format: date
             * @description The first day.
             */
            from: string;
            /** @description free, as-sunday or as-usual */
            holidays: string;
            /** @description Seven days, Monday first: when parking is paid. */
            hours: components["schemas"]["PaidHours"][][];
            /**
             * Format: int32
             * @description Of paid time.
             */
            longestStayMinutes?: number | null;
            own: components["schemas"]["RateShown"];
            streets: components["schemas"]["ZoneStreet"][];
            visitors: components["schemas"]["RateShown"];
        };
        ZoneSaved: {
            /** Format: int64 */
            version: number;
            zone: components["schemas"]["ZonePlan"];
        };
        /** @description A zone and how it works today. */
        ZoneShown: {
            /**
             * Format: date
             * @description The day from which other rules hold, if there are some to come.
             */
            changesOn?: string | null;
            /** @description free, as-sunday or as-usual */
            holidays: string;
            /** @description Seven days, Monday first: when parking is paid. */
            hours: components["schemas"]["PaidHours"][][];
            id: string;
            /**
             * Format: int32
             * @description Of paid time.
             */
            longestStayMinutes?: number | null;
            /** @description In the asked language. */
            name: string;
            own: components["schemas"]["RateShown"];
            streets: string[];
            visitors: components["schemas"]["RateShown"];
        };
        ZoneStreet: {
            name: string;
            /** @example 9990 */
            postcode: string;
        };
        ZoneToday: {
            hours: components["schemas"]["PaidHours"][];
            zone: string;
        };
        /** @description As the export has it. */
        ZonesAsked: {
            /** @description Only tells what would change. */
            dryRun?: boolean;
            /**
             * Format: int64
             * @description The version of the zones that was seen: a change made from an older one is refused.
             */
            version: number;
            /** @description Zones that are not among them stay as they are. */
            zones: components["schemas"]["ZonePlan"][];
        };
        ZonesImported: {
            /** @description Nothing was written. */
            dryRun: boolean;
            items: components["schemas"]["ZoneImported"][];
            /** Format: int64 */
            version: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    sign_in_jwks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JSON Web Key Set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    audit_list: {
        parameters: {
            query?: {
                /** @description First day of the period; a month before the last when not given. */
                from?: string;
                /** @description Last day; today when not given. */
                to?: string;
                /** @description Who did it: an id, or a part of the name. */
                actor?: string;
                action?: string;
                /** @description What it was done to: an id, or a part of what it was called. */
                subject?: string;
                /** @description 10, 25 or 50 */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditList"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    audit_csv: {
        parameters: {
            query?: {
                /** @description First day of the period; a month before the last when not given. */
                from?: string;
                /** @description Last day; today when not given. */
                to?: string;
                /** @description Who did it: an id, or a part of the name. */
                actor?: string;
                action?: string;
                /** @description What it was done to: an id, or a part of what it was called. */
                subject?: string;
                /** @description 10, 25 or 50 */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    consent_question: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Question"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    consent_answer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerGiven"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Next"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    plate_check_assigned_rights: {
        parameters: {
            query?: never;
            header: {
                /** @description The key of the system, as the office made it */
                "Meent-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlateQuestion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApdsRights"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    plate_check_scan_plates: {
        parameters: {
            query?: never;
            header: {
                /** @description The key of the car, as the office made it */
                "Meent-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlateQuestion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlateAnswers"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    home: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Home"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    parking_parking_start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingStart"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    parking_parking_plates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnownPlates"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    parking_parking_name_plate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameAsked"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    parking_parking_forget_plate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgetAsked"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    parking_parking_quote: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionWanted"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingQuote"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    parking_parking_book_series: {
        parameters: {
            query?: never;
            header: {
                /** @description One for each intention, the same when it is sent again */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesAsked"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingBooked"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    parking_parking_series_quote: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesWanted"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingQuote"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    parking_parking_sessions: {
        parameters: {
            query?: {
                /** @description First day; only this day, when no last one is given. */
                from?: string;
                /** @description Last day. */
                to?: string;
                /** @description 10, 25 or 50 */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingList"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    parking_parking_book: {
        parameters: {
            query?: never;
            header: {
                /** @description One for each intention, the same when it is sent again */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionAsked"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingBooked"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    parking_parking_sessions_csv: {
        parameters: {
            query?: {
                /** @description First day; only this day, when no last one is given. */
                from?: string;
                /** @description Last day. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    parking_parking_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingSession"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    parking_parking_end: {
        parameters: {
            query?: never;
            header: {
                /** @description One for each intention, the same when it is sent again */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingChanged"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    parking_parking_extend: {
        parameters: {
            query?: never;
            header: {
                /** @description One for each intention, the same when it is sent again */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtensionAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingChanged"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    parking_parking_quote_extension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtensionWanted"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionQuote"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    parking_parking_correct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlateAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingSession"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    parking_parking_proof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    payment_callback_mollie_reports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    payment_callback_worldline_verifies: {
        parameters: {
            query?: never;
            header: {
                "X-GCS-Webhooks-Endpoint-Verification": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": unknown;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    payment_callback_worldline_reports: {
        parameters: {
            query?: never;
            header: {
                "X-GCS-KeyId": string;
                "X-GCS-Signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": number[];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    profile_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    profile_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    profile_everything: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Everything"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    profile_add_device: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeviceAsked"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceAdded"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    profile_remove_device: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    profile_give_email: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailGiven"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    profile_remove_email: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    profile_confirm_email: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeGiven"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    profile_erase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erased"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    profile_show_picture: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": number[];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    profile_give_picture: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description JPEG, PNG or WebP of at most 200 KB */
        requestBody: {
            content: {
                "image/webp": number[];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    profile_remove_picture: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    sign_in_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    sign_in_end_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    sign_in_end_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    sign_in_start: {
        parameters: {
            query?: {
                /** @description nl, fr, de or en */
                language?: string;
                /** @description a page of the portal to come back to */
                return?: string;
            };
            header?: never;
            path: {
                /** @description itsme, eid or acm */
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider, or to the page that says what went wrong */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    sign_in_callback: {
        parameters: {
            query?: {
                code?: string;
                state?: string;
                error?: string;
            };
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Home, to the question of consent, or to the page that says what went wrong */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    sign_in_sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    staff_accounts_list: {
        parameters: {
            query?: {
                /** @description What a word of the name or the user name begins with, or the whole e-mail address. */
                text?: string;
                role?: string;
                state?: string;
                /** @description 10, 25 or 50 */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountList"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    staff_accounts_invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountShown"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    staff_accounts_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountShown"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    staff_accounts_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    staff_accounts_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountShown"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    staff_accounts_send_again: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    staff_sign_in_activate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Activation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activated"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    desk_desk_make_resident: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResidentAsked"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitBegun"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    desk_desk_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitAsked"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitBegun"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    desk_desk_overview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskOverview"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    desk_desk_quote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionWanted"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingQuote"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    desk_desk_refund: {
        parameters: {
            query?: never;
            header: {
                /** @description One for each intention, the same when it is sent again */
                "Idempotency-Key": string;
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskRefundAsked"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskRefundBegun"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    desk_desk_book_series: {
        parameters: {
            query?: never;
            header: {
                /** @description One for each intention, the same when it is sent again */
                "Idempotency-Key": string;
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskSeriesAsked"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingBooked"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    desk_desk_series_quote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesWanted"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingQuote"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    desk_desk_sessions: {
        parameters: {
            query?: {
                /** @description First day; only this day, when no last one is given. */
                from?: string;
                /** @description Last day. */
                to?: string;
                /** @description 10, 25 or 50 */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingList"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    desk_desk_book: {
        parameters: {
            query?: never;
            header: {
                /** @description One for each intention, the same when it is sent again */
                "Idempotency-Key": string;
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskSessionAsked"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingBooked"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    desk_desk_end: {
        parameters: {
            query?: never;
            header: {
                /** @description One for each intention, the same when it is sent again */
                "Idempotency-Key": string;
            };
            path: {
                person: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskEndAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingChanged"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    desk_desk_extend: {
        parameters: {
            query?: never;
            header: {
                /** @description One for each intention, the same when it is sent again */
                "Idempotency-Key": string;
            };
            path: {
                person: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskExtensionAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingChanged"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    desk_desk_quote_extension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtensionWanted"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionQuote"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    desk_desk_correct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskPlateAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkingSession"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    desk_desk_summary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    desk_desk_top_up: {
        parameters: {
            query?: never;
            header: {
                /** @description One for each intention, the same when it is sent again */
                "Idempotency-Key": string;
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskTopUpAsked"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskToppedUp"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    desk_desk_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    payments_ledger_audit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditShown"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    staff_sign_in_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    staff_sign_in_change_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MyChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    notifications_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationList"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    notifications_mark_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Seen"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    invoices_list: {
        parameters: {
            query?: {
                /** @description First day; a month before the last when not given. */
                from?: string;
                /** @description Last day; today when not given. */
                to?: string;
                /** @description receipt, invoice or credit-note */
                kind?: string;
                /** @description 10, 25 or 50 */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperList"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    invoices_any: {
        parameters: {
            query?: {
                /** @description `ubl` for the invoice or credit note that programs read. */
                form?: string;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the document */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    staff_sign_in_change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    payments_list: {
        parameters: {
            query?: {
                /** @description First day; a month before the last when not given. */
                from?: string;
                /** @description Last day; today when not given. */
                to?: string;
                /** @description Of one payment, as it stands on the receipt or at the provider; then nothing else counts. */
                reference?: string;
                /** @description One of the states; those that are parked are shown whatever their age. */
                state?: string;
                /** @description 10, 25 or 50 */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentList"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    payments_csv: {
        parameters: {
            query?: {
                /** @description First day; a month before the last when not given. */
                from?: string;
                /** @description Last day; today when not given. */
                to?: string;
                /** @description Of one payment, as it stands on the receipt or at the provider; then nothing else counts. */
                reference?: string;
                /** @description One of the states; those that are parked are shown whatever their age. */
                state?: string;
                /** @description 10, 25 or 50 */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    payments_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentShown"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    payments_resolve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Resolution"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentShown"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    plate_check_places: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Places"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    plate_check_check_plates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlateQuestion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlateAnswers"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    help_desk_report: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Report"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    refunds_list: {
        parameters: {
            query?: {
                /** @description First day; a month before the last when not given. */
                from?: string;
                /** @description Last day; today when not given. */
                to?: string;
                /**
                 * @description asked, approved, sending, paid, refused or stuck. Those that wait for somebody are shown whatever
                 *     their age.
                 */
                state?: string;
                /** @description 10, 25 or 50 */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundList"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    refunds_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundShown"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    refunds_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundShown"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    plate_check_scanners: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScannerList"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    plate_check_make_scanner: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScannerAsked"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScannerMade"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    plate_check_end_scanner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    staff_sign_in_offer_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offer"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    staff_sign_in_set_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeGiven"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    staff_sign_in_remove_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeGiven"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    staff_sign_in_sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    staff_sign_in_pass_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeGiven"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    staff_sign_in_start: {
        parameters: {
            query?: {
                language?: string;
                return?: string;
            };
            header?: never;
            path: {
                /** @description uitid */
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider, or to the page that says what went wrong */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    staff_sign_in_callback: {
        parameters: {
            query?: {
                code?: string;
                state?: string;
                error?: string;
            };
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the office, or to the page that says what went wrong */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    staff_sign_in_sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    voucher_types: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoucherTypes"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    voucher_types_voucher_type_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example dag */
                type: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoucherTypeAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoucherTypes"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    zones_zone_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZonePreview"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    zones_zone_plans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZonePlans"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    zones_zones_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ZonesAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZonesImported"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    zones_zones_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the import takes back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    zones_zone_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example centrum */
                zone: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ZoneAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZoneSaved"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    wallet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    invoices_credit_note: {
        parameters: {
            query?: {
                /** @description `ubl` for the invoice or credit note that programs read. */
                form?: string;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the document */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    invoices_own: {
        parameters: {
            query?: {
                /** @description `ubl` for the invoice or credit note that programs read. */
                form?: string;
            };
            header?: never;
            path: {
                payment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the document */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    refunds_ask: {
        parameters: {
            query?: never;
            header: {
                /** @description One for each intention, the same when it is sent again */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundAsked"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundBegun"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    wallet_statement_pdf: {
        parameters: {
            query?: {
                /** @description First day; only this day, when no last one is given. */
                from?: string;
                /** @description Last day. */
                to?: string;
                /** @description Only what an invoice was asked for. */
                invoice?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    wallet_top_up_start: {
        parameters: {
            query?: never;
            header: {
                /** @description One for each intention, the same when it is sent again */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopUpAsked"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopUpBegun"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    wallet_top_up_look: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopUpShown"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    wallet_top_up_outcome: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CameBack"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopUpShown"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    wallet_transactions: {
        parameters: {
            query?: {
                /** @description First day; only this day, when no last one is given. */
                from?: string;
                /** @description Last day. */
                to?: string;
                /** @description Only what an invoice was asked for. */
                invoice?: boolean;
                /** @description 10, 25 or 50 */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionList"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    wallet_transactions_csv: {
        parameters: {
            query?: {
                /** @description First day; only this day, when no last one is given. */
                from?: string;
                /** @description Last day. */
                to?: string;
                /** @description Only what an invoice was asked for. */
                invoice?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    zones: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZoneList"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    zones_zones_apds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApdsZones"];
                };
            };
            /** @description A problem, in the asked language */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
}

package dev.tenure.examples.report.figures;

/** Tickets few enough to be reckoned by hand, of the clients of {@link SmallBook}; 3 February 2025 is a Monday. */
final class SmallDesk {

    /** Of the first response 1 is in time and 2 is not, 3 is late and 4 is not yet. */
    static final String TICKETS = """
            ticket_id,client_id,opened_at
            1,a,2025-02-03T09:00+03:00
            2,c,2025-02-03T09:00+03:00
            3,a,2025-02-26T09:00+03:00
            4,c,2025-02-28T14:00+03:00
            """;

    static final String EVENTS = """
            ticket_id,at,event,value
            1,2025-02-03T10:00+03:00,assigned,anna
            1,2025-02-03T11:00+03:00,agency_reply,
            1,2025-02-04T11:00+03:00,resolved,
            2,2025-02-06T12:00+03:00,resumed,waiting_for_client
            2,2025-02-04T12:00+03:00,paused,waiting_for_client
            2,2025-02-04T09:00+03:00,assigned,
            2,2025-02-04T12:00+03:00,agency_reply,
            2,2025-02-06T17:00+03:00,resolved,
            3,2025-02-26T09:30+03:00,assigned,
            3,2025-02-27T12:00+03:00,update_sent,
            4,2025-03-01T00:00+03:00,agency_reply,
            """;

    static final String TARGETS = """
            kind,target_hours
            first_response,8
            resolution,16
            """;

    private SmallDesk() {}
}

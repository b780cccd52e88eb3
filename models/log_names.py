"""Every log-event name, and when the line appears. A test finds names that are not here."""

from typing import Literal

LogEvent = Literal[
    # info: the service has opened its log and store and takes events
    "service.started",
    # info: the service stops on request; everything taken is finished
    "service.stopped",
    # info: a fact was appended and acknowledged by the event log
    "fact.appended",
    # info: a fact changed the store
    "fact.applied",
    # info: a fact had been applied before, or is older than what is known; nothing changed
    "fact.repeated",
    # error: a comparison of scenarios ended in an error; `reason` is its kind and place
    "whatif.failed",
    # warning: a file that was handed in took more time or memory than it may; it was not read
    "sheet.not_read",
    # warning: the date jumped; planning goes on by the time that has passed since
    "clock.jumped",
    # warning: the date has stayed where it jumped to, and counts from now on
    "clock.followed",
    # warning: a decision speaks of a match that is not known yet; it is kept until it is
    "decision.waiting",
    # warning: files that hold names could be read by others; now by their owner alone
    "files.tightened",
    # error: a record can never succeed and was moved to `<topic>.dead`; `reason` says why
    "record.dead_lettered",
    # warning: a dead letter was appended again to the topic it came from
    "record.replayed",
    # warning: the store or the broker was away; the same is tried again after `wait` seconds
    "retry.waiting",
    # info: what was away or busy answered, `waited` seconds after the first try
    "retry.over",
    # warning: a topic was set to forget records, or to keep too few copies; it was set anew
    "topic.mended",
    # warning: the broker does not let us see or change how topics are set; we go on
    "topic.unmended",
    # warning: records waited and a Kafka consumer took none; it was started again
    "consumer.restarted",
    # info: an effect outside (mail, webhook) was brought about and noted
    "effect.sent",
    # error: the outside refused an effect for good; it is not tried again. `reason` is a code
    "effect.refused",
    # warning: a process ended between an effect and its note, and this one is never sent twice;
    # whether it arrived nobody knows
    "effect.left_in_doubt",
    # warning: a webhook did not take a message; it is tried again later. `reason` is a code
    "webhook.failed",
    # warning: nothing is sent to a webhook any more; its coordinators read why
    "webhook.ended",
    # info: the matcher begins to plan a pool at a version
    "plan.started",
    # info: a checked plan was committed
    "plan.committed",
    # error: one line or assignment could not be explained; its plan stays, and so do the others'
    # explanations; `error` is the kind and `place` where
    "explanation.failed",
    # warning: a stored plan, or what it answers, is damaged or of another version of the program:
    # the pool is planned anew. A debug line tells the `part`, and as `reason` the fields, without
    # what they hold
    "plan.unreadable",
    # info: the pool moved on while its plan was made; the plan was dropped
    "plan.stale",
    # error: a pool could not be planned; its last good plan stays, other pools go on, and it is
    # tried again at `next_try`, or when it changes; `reason` is the kind of error and its place
    "plan.failed",
    # info: a pool that could not be planned is planned again
    "plan.recovered",
    # error: one way to a quicker or a better plan failed; the pool is planned without it
    "plan.step_failed",
    # error: the solver process crashed, hung, or gave a plan that failed its check; another method
    # takes over
    "solver.failed",
    # info: a match changed its state or its hours; ids, hours, reasons only
    "match.changed",
    # info: a record of the outbox was appended to its topic
    "outbox.relayed",
    # error: the log refuses a record of the outbox for good; it is kept aside and sent once more
    # at the next start and every hour, the others go on; `reason` says why
    "outbox.put_aside",
    # error: not even the bytes of a record can be kept; its topic still has them
    "record.unstorable",
    # warning: a piece of work has been in hand for long, and neither ended nor said why
    "service.no_progress",
    # error: it still has not; the process ends with exit code 4, to be started again
    "service.stuck",
    # error: a part of the service failed with an error nobody expected; the service stops
    "service.failed",
    # error: something failed where nobody could be told, as at the end of a value's life; `reason`
    # is the kind of error and its place
    "process.unraisable",
    # error: a thread that nobody waits for ended with an error; `reason` as above
    "process.thread_failed",
    # info: the console listens at `address`
    "web.started",
    # warning: `/readyz` says no, as store or log do not answer; `reason` is the kind of error
    "web.not_ready",
    # info: the console has ended; answers under way were given
    "web.stopped",
    # warning: an account asked for a page that it may not open
    "web.forbidden",
    # warning: an organisation's sign-in cannot be reached; `reason` is the kind of error
    "web.outside_away",
    # warning: what an organisation's sign-in answered could not be verified; `reason` is a code
    "web.outside_refused",
    # error: the store could not take a line of the audit record; this line holds it instead
    "audit.unkept",
    # error: reading the matches' topic for the pages ended with an error that nobody expected; the
    # next look begins anew
    "web.feed_failed",
    # error: a page could not be made for a reason that nobody expected
    "web.failed",
]

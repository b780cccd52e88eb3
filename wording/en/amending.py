"""What amendments and other statements say of themselves."""

AMENDING: dict[str, str] = {
    "change": "{field:field}: {before} → {after}",
    "change_month": "{field:field}, {month:month}: {before} → {after}",
    "change_line": "line {line}, {field:field}: {before} → {after}",
    "change_line_month": "line {line}, {field:field}, {month:month}: {before} → {after}",
    "nothing": "none",
    "line_in_short": "{role:role} {hours:grouped} h",
    "line_unknown": "no demand line {line}; there are {lines}",
    "line_there_already": "there is a demand line {line} already",
    "talent_has_no_lines": "a talent has no lines; write MONTH=HOURS",
    "which_line": "{count} demand lines; write LINE:MONTH=HOURS, such as {first}:2026-12=24",
    "hours_too_few": (
        "{month:month} has only {has:grouped} h, {less:grouped} h cannot be taken away"
    ),
    "member_unknown": "{field:field} has no {member}",
    "set_without_value": "--set {text}: write FIELD=VALUE, such as urgency=3",
    "field_of_one_value": "{field} holds one value; write {field}=VALUE",
    "hours_of_months_unreadable": (
        "{text}: write MONTH=HOURS or LINE:MONTH=HOURS, such as 2:2026-12=24"
    ),
    "restore_line_unreadable": (
        '--restore-line {text}: paste the line of the undo as it was printed, such as "2: '
        '{example}"'
    ),
    "changed_again_since_undo": (
        "it has changed again since this undo was printed, and nothing was written (undone "
        "now: {changes}); leave out --if-still to undo it all the same"
    ),
    "no_name_kept": "nobody's name is kept for this talent; give --name as well",
    "amended": "✓ Amended {id}.",
    "amended_not_yet": "{id} would change as follows (nothing is written).",
    "amended_nothing": "Nothing changes in {id}.",
    "person_changes": "name or contact",
    "person_does_not_come_back": "The name or contact does not come back; give it again.",
    "skill_nobody_has": (
        "△ Nobody in the pool has the skill “{skill}”.{perhaps} Mend it where it is a slip"
        "; else nobody is placed until somebody with it is posted."
    ),
    "perhaps_skill": " Perhaps {names}?",
    "one_month": "{first:month}",
    "months_to": "{first:month}–{last:month}",
    "hours_beyond_plan": (
        "△ {hours:grouped} h in {when} do not lie in the months planned ({first:month} to "
        "{last:month}); it is planned as they come near. {mend}"
    ),
    "all_hours_beyond_plan": (
        "△ nothing of this lies in the months planned ({first:month} to {last:month}); it is"
        " planned as they come near. {mend}"
    ),
    "plan_further": (
        "To plan it now, correct the months or plan further ahead: talentpool configure "
        "--pool {pool_id} --set horizon={most} (at most)"
    ),
    "see_that_months_are_right": (
        "At most {most} months are planned ahead: see that the months are right"
    ),
    "engineers_without_pm": (
        "△ No PM line: engineers need a PM. Add --pm-in-place where the municipality has one"
        ", or a line for a PM."
    ),
    "training_required": (
        "△ This pool places trained people only: record --set trained_from=2026-12 or --set "
        "training_waiver=former_official with `amend talent`."
    ),
    "appointment_ends": (
        "△ A fiscal-year appointment is planned until {until}; once renewed, record --set "
        "renewed_until={contract} with `amend talent`."
    ),
    "as_urgency": "{value:urgency}",
    "as_nature": "{value:nature}",
    "as_form": "{value:form}",
    "as_role_name": "{value:role_name}",
    "as_training_waiver": "{value:training_waiver}",
    "as_entity_status": "{value:entity_status}",
    "as_place": "{value:place}",
    "as_yes_no": "{value:yes_no}",
}

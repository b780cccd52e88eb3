"""Scenarios beside the plan, on the pages."""

WEB_WHATIF = {
    "whatif_changed_since": "{subject} has changed since this scenario was made (from revision {made_from}, now {now}).\nTake this change out of the scenario and make it again.",
    "whatif_full": "There can be {most} scenarios.\nRemove one to add another.",
    "whatif_too_many_changes": "A scenario holds {most} changes at most.\nSplit it.",
    "whatif_pool_empty": "This pool has neither talents nor requests yet.\nBring them in first.",
    "whatif_cannot_person": "One more {role:role}: nobody who is there yet, and so nobody to register here. Register them as a talent once they are hired.",
    "whatif_cannot_decline": "Forgetting a decline: a decline is history and stays. To offer again, lift it on the page of the request.",
    "whatif_changed_meanwhile": "Somebody has changed something since you looked.\nBelow is the list made anew from what stands now. Look, then make it real.",
    "whatif_nothing_real": "Nothing of this scenario can be recorded.\nThe reasons are below.",
    "whatif_under_way": "Your last comparison is still being worked out.\nCompare again when it is done.",
    "remedy_gone": "What would be enough for {line_id} has changed with the plan.\nOpen it again from the request.",
    "remedy_not_tried": "This cannot be tried as a scenario.\nFollow the steps on the page of the request.",
}

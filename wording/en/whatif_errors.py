"""What a scenario cannot be applied for."""

WHATIF_ERRORS: dict[str, str] = {
    "whatif_month_outside": (
        "{month} is not both planned ({first} to {last}) and under the contract "
        "of {talent_id} ({contract_from} to {contract_until}); write a month "
        "that is"
    ),
    "whatif_request_of_pool": "request {request_id} is of pool {pool}; check its pool_id",
    "whatif_request_there": "there is a request {request_id} already; give it another id",
    "whatif_too_few_hours": (
        "{talent_id} has only {there:grouped} h in {month}: {less:grouped} h cannot be taken away"
    ),
    "whatif_weight": "weight {name} {wrong}; the names are {known}",
    "whatif_no_talent": (
        "no talent {talent_id} in this pool (there are {known:some|5}); check the id"
    ),
    "whatif_no_request": (
        "no open request {request_id} in this pool; `talentpool show plan` lists the ids"
    ),
    "whatif_no_line": "request {request_id} has no demand line {line}; there are {known}",
    "whatif_nothing_between": (
        "nothing stands between {talent_id} and {request_id}; `talentpool show "
        "unmet` says the causes"
    ),
}

"""What a match rests on: who has answered, and whether a coordinator should look at it."""

from models.match import Match, MatchState

#: States in which the talent has given its word.
_BY_TALENT = (MatchState.ACCEPTED_BY_TALENT, MatchState.CONFIRMED)


def needs_attention(match: Match) -> bool:
    """Whether a coordinator should look: it is asked again, or facts speak against it."""
    return match.live and (match.asked_again or bool(match.contradictions))


def is_asked(match: Match) -> bool:
    """Whether both sides have been asked: a draft and an ended match await no answer."""
    return match.live and match.state is not MatchState.DRAFTED


def talent_has_accepted(match: Match) -> bool:
    """Whether the talent has given its word."""
    return match.state in _BY_TALENT


def accepted_in_part(match: Match) -> tuple[int, int] | None:
    """How many municipalities of a joint request have accepted, while some have not."""
    if not match.live or len(match.places) < 2 or not match.accepted_by:
        return None
    done, asked = len(match.accepted_places), len(match.places)
    return None if done == asked else (done, asked)

"""`decide` for verbs that need no more than the matches, or who answers: a table makes them."""

from inspect import cleandoc

from application.session import Session
from models.match import Verb
from service.cli.decide.decided import decided, side_of
from service.cli.decide.match_options import ByOption, MatchesArgument, MunicipalityOption
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import Command, writes
from service.cli.frame.common_options import POOL, SEEN, waiting_at_most


def _of_matches(verb: Verb, said: str) -> Command:
    async def answer(session: Session, call: CallOptions, *, match: MatchesArgument) -> None:
        await decided(session, call, verb, match)

    answer.__doc__, answer.__name__ = cleandoc(said), verb.value
    return writes(POOL, SEEN, *waiting_at_most(30))(answer)


def _of_a_side(verb: Verb, said: str) -> Command:
    async def answer(
        session: Session,
        call: CallOptions,
        *,
        match: MatchesArgument,
        by: ByOption = None,
        municipality: MunicipalityOption = None,
    ) -> None:
        side = side_of(by)
        await decided(session, call, verb, match, side=side, municipality=municipality)

    answer.__doc__, answer.__name__ = cleandoc(said), verb.value
    return writes(POOL, SEEN, *waiting_at_most(30))(answer)


accept = _of_a_side(
    Verb.ACCEPT,
    """Accept proposals for one side; when both have, the match is confirmed.

    提案を承諾します。人材と市町村の両方が承諾すると確定です（市町村の分は担当者が代わりに答えます）。
    共同の要請では市町村ごとに答えます（--municipality）。全市町村がそろうと確定です。

    \b
    Example: talentpool decide accept M-0123456789abcdef --by talent
    """,
)
retract = _of_a_side(
    Verb.RETRACT,
    """Take an acceptance back: the match is as before it, and nobody is barred.

    承諾を取り消し、承諾する前に戻します。辞退にはならず、同じ人に改めてたずねられます。

    \b
    Example: talentpool decide retract M-0123456789abcdef --by talent
    """,
)
recall = _of_matches(
    Verb.RECALL,
    """Make proposals that nobody has accepted drafts again; nobody is barred.

    まだだれも承諾していない提案を下書きに戻します。

    \b
    Example: talentpool decide recall M-0123456789abcdef
    """,
)
cancel = _of_matches(
    Verb.CANCEL,
    """End matches, even confirmed ones; their lines are planned anew.

    マッチを取り消します。双方承諾の後でも取り消せます。

    \b
    Example: talentpool decide cancel M-0123456789abcdef
    """,
)
pin = _of_matches(
    Verb.PIN,
    """Fix matches by hand: the plan may not move them.

    マッチを固定します。計画し直しても動きません。

    \b
    Example: talentpool decide pin M-0123456789abcdef
    """,
)
unpin = _of_matches(
    Verb.UNPIN,
    """Let the plan move matches again that were fixed by hand.

    手で付けた固定を外します。

    \b
    Example: talentpool decide unpin M-0123456789abcdef
    """,
)
resume = _of_matches(
    Verb.RESUME,
    """Take an end back: the same hours return, after every other agreement has its room.

    「途中で終える」を取り消します。終えた月の時間が元に戻ります（過ぎた月は戻りません）。

    \b
    Example: talentpool decide resume M-0123456789abcdef
    """,
)

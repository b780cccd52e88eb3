# ruff: noqa: E501
"""The commands by their names: where each is, and the line that lists it.

`talentpool --help` shows them all and loads none. What one does stands in its docstring, whose
first sentence is its line here; a test holds the two equal.
"""

from collections.abc import Mapping
from typing import NamedTuple

ROOT = """Shares a prefecture's digital specialists with its municipalities.

デジタル人材プールの配置計画：要請と稼働可能時間から、誰がどこで何時間働くかを決めます。"""


class Command(NamedTuple):
    """A function of a module in this package, loaded when it is called."""

    where: str  #: module:function
    line: str


class Group(NamedTuple):
    """Commands with a word in common."""

    help: str
    commands: Mapping[str, Command]


# fmt: off
TREE: Mapping[str, Command | Group] = {
    "watch": Command("watch.command:watch", "Show match events as they happen, until Ctrl-C; with --json one JSON line for each."),
    "up": Command("operations.serve:up", "Run the service until Ctrl-C: take events, plan pools, log match events, serve the console."),
    "web": Command("operations.serve:web", "Serve the console alone until Ctrl-C; another process runs the service."),
    "demo": Command("operations.serve:demo", "Run the service on 106 real municipal projects and made-up people, and open its console."),
    "configure": Command("settings.configure:configure_command", "Show a pool's settings, or set some of them."),
    "import": Command("sheets.import_command:import_", "Import requests or talents from a filled-in sheet, all or none."),
    "plan": Command("solve.plan_sheets:plan_", "Plan from two filled-in sheets without the service: solved, checked, written as a workbook."),
    "undo": Command("sheets.undo_command:undo", "Take back what an import changed; what was changed after it stays."),
    "template": Command("sheets.template_command:template_", "Write an empty sheet to fill in: drop-downs, notes and an example row."),
    "export": Command("sheets.export_command:export", "Write the pool's plan as a workbook: by month, talent and municipality, and what is unmet."),
    "whatif": Command("whatif.command:whatif", "Compare up to four scenarios with the live plan, side by side; nothing is changed."),
    "solve": Command("solve.command:solve", "Solve a problem from a file: a checked plan with its score, bound and reasons."),
    "check": Command("solve.command:check", "Check a plan against its problem without the solver: exits 0, or lists every fault."),
    "backup": Command("operations.backup:backup", "Write the whole store to one file, also while the service runs."),
    "restore": Command("operations.backup:restore", "Put a backup in the place of the store, and take the log again from its beginning: facts, matches and decisions that came after the backup are there again."),
    "doctor": Command("operations.doctor:doctor", "Look at everything the service stands on; each ✕ says how to mend it."),
    "amend": Group("Change single fields of a request or a talent. 支援要請・人材の項目を変えます。", {
        "request": Command("post.amend:amend_request_command", "Change fields of a request, or the hours of its lines; the rest stays."),
        "talent": Command("post.amend:amend_talent_command", "Change fields or the available hours of a talent; the rest stays."),
    }),
    "post": Group("Post a request or a talent. 支援要請・人材を登録します。", {
        "request": Command("post.post_request:post_request", "Post what municipalities ask for: one or several demand lines with hours by month."),
        "talent": Command("post.post_talent:post_talent", "Post a specialist of the pool: roles, contract and hours by month."),
    }),
    "withdraw": Group("Withdraw requests or talents. 支援要請を取り下げ、人材を離任にします。", {
        "request": Command("post.withdraw:withdraw_request", "Withdraw requests: their matches end, and the hours are free for others."),
        "talent": Command("post.withdraw:withdraw_talent", "Talents leave the pool: their matches end, and their lines are planned anew."),
    }),
    "decide": Group("Answer for matches. マッチを提案・承諾・辞退・取消・固定します。", {
        "release": Command("decide.answers:release", "Show drafts to both sides: from now on the plan changes them only for a reason."),
        "accept": Command("decide.verbs:accept", "Accept proposals for one side; when both have, the match is confirmed."),
        "decline": Command("decide.answers:decline", "Decline proposals; the reason says what is not offered again."),
        "cancel": Command("decide.verbs:cancel", "End matches, even confirmed ones; their lines are planned anew."),
        "pin": Command("decide.verbs:pin", "Fix matches by hand: the plan may not move them."),
        "unpin": Command("decide.verbs:unpin", "Let the plan move matches again that were fixed by hand."),
        "retract": Command("decide.verbs:retract", "Take an acceptance back: the match is as before it, and nobody is barred."),
        "recall": Command("decide.verbs:recall", "Make proposals that nobody has accepted drafts again; nobody is barred."),
        "unbar": Command("decide.unbar:unbar", "Lift a decline or a cancellation: the pair may be offered again, as a new match."),
        "end": Command("decide.end:end", "End what both sides agreed to from a month on: the months before stay as agreed."),
        "resume": Command("decide.verbs:resume", "Take an end back: the same hours return, after every other agreement has its room."),
    }),
    "show": Group("Show plans, requests, talents, matches and unmet hours.\n\n配置計画・支援要請・人材・マッチ・未充足を表示します。", {
        "plan": Command("show.plans:plan", "Show who works for whom, how many hours in which month, and why the rest is unmet."),
        "unmet": Command("show.plans:unmet", "Show the hours nobody covers: whose, how many, why, and what would be enough."),
        "pools": Command("show.plans:pools", "List the pools: how much is asked, how much is served, how sure the plan is."),
        "request": Command("show.entities:request", "Show a request: what it asks, who works on it, and why the rest is unmet."),
        "talent": Command("show.entities:talent", "Show a talent: roles, skills, contract, free hours by month and matches."),
        "match": Command("show.entities:match", "Show a match: its state, its hours, why this person, and why nobody else."),
        "timeline": Command("show.story:timeline", "Show who changed a request, a talent or a match, and its matches: when, what, and why."),
        "posting": Command("show.story:posting", "Show what became of a posting: taken, refused or waiting; its plan, and the matches it moved."),
        "bottlenecks": Command("show.bottlenecks:show_bottlenecks", "Show what the pool lacks most: a role, its hours, and the municipalities they would reach."),
    }),
    "deadletters": Group("List, show and replay records that could not be taken.\n\n取り込めなかった記録の一覧・内容・再投入です。", {
        "list": Command("dead_letters.command:list_", "List the dead letters: where each stood and why it died, never what it held."),
        "show": Command("dead_letters.command:show", "Show why a record died and its headers; its bytes only with --bytes."),
        "replay": Command("dead_letters.command:replay", "Append a dead letter again to the topic it came from: as it was, or mended by a file that is examined like a new fact."),
        "drop": Command("dead_letters.command:drop", "Drop a dead letter: its bytes go for good; its place, why it died, who dropped it, when and why, stay."),
    }),
    "accounts": Group("Who may enter the console. 画面に入れる人を管理します。", {
        "add-admin": Command("accounts.command:add_admin", "Make an administrator, and print a link by which they set their password, once."),
        "list": Command("accounts.command:list_", "List the accounts: login, roles, and whether they may enter."),
        "invite": Command("accounts.command:invite", "Print an invitation's link: whoever opens it first, within 7 days, makes an account."),
        "reset": Command("accounts.command:reset", "Print a link by which somebody sets a new password, once, within a day."),
        "disable": Command("accounts.command:disable", "Disable an account: nobody enters with it, and its sessions end at once."),
        "enable": Command("accounts.command:enable", "Enable an account that was disabled."),
    }),
    "erase": Group("Erase who a person is, for good. 個人情報を完全に消去します。", {
        "talent": Command("operations.erase:erase_talent", "Erase name, mail and note of a talent for good, with every dead letter that holds them; plans and matches keep the id."),
    }),
}
# fmt: on

"""A talent's calendar, and the file that calendar programs read."""

WEB_CALENDAR = {
    "web_calendar_title": "カレンダーに表示する",
    "web_calendar_means": "あなたの予定を、スマートフォンやパソコンのカレンダーで見られます。下で作ったアドレスを、カレンダーの「照会」や「URLで追加」に入れてください。サインインは要りません。知っている人はだれでも見られるので、人に見せないでください。",
    "web_calendar_once": "このアドレスを表示するのは、今だけです。",
    "web_calendar_since": "{day:day}に作ったアドレスが使われています。",
    "web_calendar_make": "アドレスを作る",
    "web_calendar_renew": "新しいアドレスに替える",
    "web_calendar_revoke": "アドレスを使えなくする",
    "web_calendar_name": "デジタル人材の予定",
    "web_calendar_summary": "{places:place} {role:role} {hours:hours}「{title}」",
}

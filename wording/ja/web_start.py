"""The guided first steps."""

WEB_START = {
    "web_start_title": "はじめる準備",
    "web_start_means": "人材の表と支援要請の表を入れると、最初の配置計画ができます。途中でやめても、続きから始められます。",
    "web_start_talents": "人材を入れる",
    "web_start_requests": "支援要請を入れる",
    "web_start_done": "（済：{n}件）",
    "web_start_means_talents": "氏名、役割、任用の形、月に動ける時間。ひな型をもらい、1行に 1人ずつ書きます。",
    "web_start_means_requests": "市区町村、事業名、役割ごとの月の時間。ひな型をもらい、要請枠ごとに 1行書きます。",
    "web_start_file_talents": "記入した人材の表",
    "web_start_file_requests": "記入した支援要請の表",
    "web_start_plan": "最初の計画を見る",
    "web_start_means_plan": "人材と要請が入ると、まもなく計画ができます。割当の一つひとつに、その人である理由がつきます。",
    "web_start_wait": "配置計画を作っています。このページはひとりでに新しくなります。",
    "web_start_which": "どの人材プールから始めますか。",
    "web_start_no_pool": "調整を担当する人材プールがまだありません。管理者に権限を頼んでください。",
    "web_start_no_pool_admin": "管理者は人材プールの中身を扱いません。調整担当のアカウントを作り、都道府県のプールの権限を与えてください。その人がサインインすると、この準備から始められます。",
    "web_start_to_accounts": "調整担当のアカウントを作る",
    "web_start_back": "はじめる準備へ戻る",
}

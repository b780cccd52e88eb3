"""A talent's profile."""

WEB_PROFILE = {
    "web_profile_saved": "保存しました。計画を見直しています。",
    "web_profile_undo": "この変更を元に戻す",
    "web_profile_contract": "契約",
    "web_profile_coordinator": "ここは県の調整担当だけが変えられます。違っていたら伝えてください。",
    "web_profile_roles": "役割",
    "web_profile_form": "雇用形態",
    "web_profile_months": "契約期間",
    "web_profile_own": "自分で直すこと",
    "web_profile_skills": "スキルとレベル",
    "web_profile_skills_hint": "1行に1つ、「業務改革:3」のように1から5のレベルを付けます。",
    "web_profile_base": "拠点の市区町村",
    "web_profile_base_hint": "市区町村の名前かコード。ないときは空けます。",
    "web_profile_remote": "遠隔の仕事をする",
}

# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that would tell a visitor what the program is for. None stands where somebody sees it who did not sign in."""

import re

TELLING = re.compile(
    r'\b(abus\w*|admission\w*|admit\w*|after-?care\w*|aunts?|beds?|care|carers?|case ?(file|work)\w*|cases?|child\w*|'
    r'counsel\w*|court\w*|director\w*|escap\w*|exploit\w*|famil(y|ies)|foster\w*|girls?|boys?|guardian\w*|health\w*|'
    r'hearings?|inciden\w*|judge\w*|lawyer\w*|legal|medic\w*|minors?|missing|mothers?|nurs\w*|orphan\w*|patients?|'
    r'police\w*|refuge\w*|rescu\w*|residen\w*|safe[ -]?house\w*|safeguard\w*|shelter\w*|shifts?|social work\w*|'
    r'survivor\w*|therap\w*|traffick\w*|trauma\w*|victim\w*|violen\w*|wards?|wom[ae]n|youth)\b', re.IGNORECASE)


def assert_tells_nothing(words, where):
    found = TELLING.search(words)
    assert not found, f'{where} says “{found[0]}”'

"""English and Chinese: --lang, or else the language of the system, by the rule of `reimburse`."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Mapping, Sequence

ENGLISH, CHINESE = "en", "zh"
VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that says anything counts

# The parser's own words: it asks gettext for them, and so it can be given them here.
OF_PARSER = {
    "usage: ": "用法：",
    "positional arguments": "参数",
    "options": "选项",
    "optional arguments": "选项",
    "show this help message and exit": "显示帮助",
    "%(prog)s: error: %(message)s\n": "%(prog)s：有误：%(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s：%(message)s",
    "the following arguments are required: %s": "缺少参数：%s",
    "unrecognized arguments: %s": "无法识别的参数：%s",
    "invalid %(type)s value: %(value)r": "%(value)r 不是 %(type)s",
    "expected one argument": "后须有一个值",
    "ignored explicit argument %r": "不接受值 %r",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r 无此选项（可用：%(choices)s）",
    "ambiguous option: %(option)s could match %(matches)s": "选项 %(option)s 不唯一，可能是 %(matches)s",
}


def language_of(words: Sequence[str], variables: Mapping[str, str] = os.environ) -> str:
    """The language that a command line asks for, also where it cannot be understood otherwise; or else that of the system."""
    stated = ""
    for word, after in zip(words, [*words[1:], ""]):
        if word == "--lang" or word.startswith("--lang="):
            stated = after if word == "--lang" else word.removeprefix("--lang=")
    return stated if stated in (ENGLISH, CHINESE) else of_system(variables)


def of_system(variables: Mapping[str, str]) -> str:
    """Chinese of every kind is Chinese, and every other language is English."""
    stated = next((variables[name] for name in VARIABLES if variables.get(name)), None)
    if stated is None and sys.platform == "win32":
        import ctypes

        return CHINESE if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == 0x04 else ENGLISH
    return CHINESE if re.split("[-_.@]", stated or "")[0].lower() == CHINESE else ENGLISH


LANGUAGE = language_of(sys.argv[1:])
if LANGUAGE == CHINESE:
    argparse._ = lambda text: OF_PARSER.get(text, text)


def say(en: str, zh: str) -> str:
    return zh if LANGUAGE == CHINESE else en

"""The commands: what they print where, and the exit code they leave."""

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from forms import HEAD, form
from lookparts import MAIN, PLAIN, REDHEAD, changed, with_body
from lookparts import line as paragraph
from pictures import png

from noticegen import cli, office

SOURCES = Path(cli.__file__).parents[1]


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _write(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def _text(docx: str) -> str:
    with zipfile.ZipFile(docx) as package:
        return package.read("word/document.xml").decode()


def test_new_writes_a_form_that_is_clean_and_builds_as_it_stands(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.run(["new", "我的表.yaml"]) == 0
    assert cli.run(["check", "我的表.yaml", "--strict"]) == 0
    assert cli.run(["build", "我的表.yaml"]) == 0
    assert "没有发现问题" in capsys.readouterr().out
    assert "中共云山县示范局党组" in _text("我的表.docx")


def test_new_without_a_name_writes_the_usual_one_and_never_overwrites(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.run(["new"]) == 0
    Path("填报表.yaml").write_text("填了一半", encoding="utf-8")
    assert cli.run(["new"]) == 1
    assert Path("填报表.yaml").read_text(encoding="utf-8") == "填了一半"
    assert "已经存在" in capsys.readouterr().err


def test_new_gives_a_name_without_an_ending_the_right_one() -> None:
    assert cli.run(["new", "通报"]) == 0
    assert Path("通报.yaml").is_file()


def test_check_reports_on_stdout_and_exits_1(capsys: pytest.CaptureFixture[str]) -> None:
    _write("表.yaml", form().replace("2024年6月20日", "6月20日"))

    assert cli.run(["check", "表.yaml"]) == 1
    shown = capsys.readouterr()
    assert "表.yaml:3:9: 错误: 「6月20日」没有写年份" in shown.out
    assert "[model-date]" in shown.out
    assert shown.err == ""


def test_json_is_one_array_over_all_files(capsys: pytest.CaptureFixture[str]) -> None:
    _write("甲.yaml", form().replace("2024年6月20日", "6月20日"))
    _write("乙.yaml", form())

    assert cli.run(["check", "--json", "甲.yaml", "乙.yaml"]) == 1
    entries = json.loads(capsys.readouterr().out)
    assert [(entry["file"], entry["line"], entry["code"]) for entry in entries] == [
        ("甲.yaml", 3, "model-date")
    ]


def test_a_hint_alone_passes_even_strictly(capsys: pytest.CaptureFixture[str]) -> None:
    _write("表.yaml", form("- 段落: 加强管理,抓好落实。"))

    assert cli.run(["check", "--strict", "表.yaml"]) == 0
    assert "提示" in capsys.readouterr().out


def test_build_puts_the_notice_beside_the_form(capsys: pytest.CaptureFixture[str]) -> None:
    Path("夹 子").mkdir()
    _write("夹 子/表.yaml", form())

    assert cli.run(["build", "夹 子/表.yaml"]) == 0
    assert "已生成" in capsys.readouterr().out
    assert "正文。" in _text("夹 子/表.docx")


def test_a_form_given_without_a_command_is_built() -> None:
    _write("表.yaml", form())

    assert cli.run(["表.yaml", "-o", "成品/"]) == 0
    assert Path("成品/表.docx").is_file()


def test_build_reports_on_stderr_and_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    _write("表.yaml", form().replace("成文日期", "成文日其"))

    assert cli.run(["build", "表.yaml"]) == 1
    shown = capsys.readouterr()
    assert "是不是「成文日期」" in shown.err
    assert shown.out == ""
    assert not Path("表.docx").exists()


def test_one_bad_form_stops_none_of_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    _write("甲.yaml", form().replace("成文日期", "成文日其"))
    _write("乙.yaml", form())

    assert cli.run(["build", "甲.yaml", "乙.yaml", "-o", "成品"]) == 1
    assert [found.name for found in Path("成品").iterdir()] == ["乙.docx"]
    assert "共 2 张表，生成 1 份。" in capsys.readouterr().out


def test_output_may_be_a_file_or_a_folder() -> None:
    _write("表.yaml", form())
    Path("在").mkdir()

    assert cli.run(["build", "表.yaml", "-o", "通报.docx"]) == 0
    assert cli.run(["build", "表.yaml", "-o", "无后缀"]) == 0
    assert cli.run(["build", "表.yaml", "-o", "在"]) == 0
    assert {"通报.docx", "无后缀.docx"} <= {found.name for found in Path().iterdir()}
    assert Path("在/表.docx").is_file()


def test_building_again_replaces_our_own_file() -> None:
    _write("表.yaml", form())
    assert cli.run(["build", "表.yaml"]) == 0
    _write("表.yaml", form("- 段落: 改过的正文。"))

    assert cli.run(["build", "表.yaml"]) == 0
    assert "改过的正文。" in _text("表.docx")


def test_a_notice_edited_by_hand_is_kept_unless_forced(capsys: pytest.CaptureFixture[str]) -> None:
    _write("表.yaml", form())
    cli.run(["build", "表.yaml"])
    edited = _edited(Path("表.docx").read_bytes())
    Path("表.docx").write_bytes(edited)

    assert cli.run(["build", "表.yaml"]) == 1
    assert "有人改过" in capsys.readouterr().err
    assert Path("表.docx").read_bytes() == edited
    assert cli.run(["build", "表.yaml", "--force"]) == 0
    assert Path("表.docx").read_bytes() != edited


def test_a_file_that_is_not_ours_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    _write("表.yaml", form())
    Path("表.docx").write_bytes(b"not ours")

    assert cli.run(["build", "表.yaml"]) == 1
    assert "不是本程序生成的" in capsys.readouterr().err
    assert Path("表.docx").read_bytes() == b"not ours"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "没有.yaml"], "找不到文件“没有.yaml”"),
        (["build", "没有.yaml"], "找不到文件"),
        (["没有.yaml"], "找不到文件"),
        (["check"], "缺少 FILE"),
        (["chek", "表.yaml"], "是不是 check"),
        (["check", "--jsn", "表.yaml"], "没有 --jsn 这个选项，是不是 --json"),
        (["build", "表.yaml", "--to", "odt"], "--to 只能是 docx"),
        (["build", "表.yaml", "-o", "通报.odt"], "要以 .docx 结尾"),
        (["build", "表.yaml", "--to", "html", "-o", "通报.docx"], "要以 .html 结尾"),
        (["build", "表.yaml", "--to", "docx,txt", "-o", "通报.docx"], "-o 请写文件夹"),
        (["build", "表.yaml", "--to", "docx,odt"], "不能是“odt”"),
        (["build", "表.yaml", "--fragment"], "请加上 --to html"),
        (["build", "表.yaml", "--encoding", "gb18030"], "请加上 --to txt"),
        (["build", "表.yaml", "--to", "txt", "--encoding", "big5"], "只能是 utf-8、gb18030"),
        (["build", "表.yaml", "--jobs", "0"], "--jobs 要写 1 到 61 的整数"),
        (["build", "单位信息.yaml"], "不是填报表"),
        (["new", "甲", "乙"], "多写了参数"),
        (["build", "表.yaml", "--template"], "--template 后面要跟一个值"),
        (["template", "lst"], "没有 lst 这个命令，是不是 list"),
        (["template", "copy", "甲"], "没有叫“甲”的版式，可以写plain、redhead。"),
        (["template", "copy"], "缺少 NAME"),
        (["template", "check", "没有.docx"], "找不到文件“没有.docx”"),
        (["check", "."], "是一个文件夹"),
    ],
)
def test_wrong_usage_is_told_in_chinese_and_exits_2(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(arguments) == 2
    shown = capsys.readouterr().err
    assert said in shown
    assert "Usage" not in shown
    assert "Error" not in shown


def test_a_missing_file_names_the_forms_that_are_there(capsys: pytest.CaptureFixture[str]) -> None:
    _write("填报表.yaml", form())

    assert cli.run(["check", "填报.yaml"]) == 2
    assert "填报表.yaml" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [
        *(
            [],
            ["new"],
            ["check"],
            ["build"],
            ["inspect"],
            ["schema"],
            ["doctor"],
            ["import"],
            ["ledger"],
        ),
        *(["template"], ["template", "list"], ["template", "copy"], ["template", "check"]),
    ],
)
def test_help_is_chinese_throughout(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([*command, "--help"]) == 0
    shown = capsys.readouterr().out
    assert "用法：" in shown
    assert "显示这一页。" in shown
    for english in ("Usage", "Options", "Commands", "Show this", "[OPTIONS]", "ARGS"):
        assert english not in shown


def test_the_program_alone_shows_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([]) == 2
    assert "用法：" in capsys.readouterr().err


def test_the_schema_knows_every_top_label(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert {"格式", "发文", "巡察", "数据", "写法", "正文", "附件", "联系", "版记", "网页"} == set(
        schema["properties"]
    )
    assert schema["required"] == ["发文", "正文"]
    assert schema["properties"]["格式"]["enum"] == ["1", 1]
    postcode = schema["$defs"]["Contact"]["properties"]["邮编"]["anyOf"]
    assert {"type": ["string", "number", "boolean"]} in postcode
    assert not any("description" in part for part in schema["$defs"].values())


def test_a_bug_of_ours_is_reported_without_the_form_s_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _write("机密表.yaml", form("- 段落: 不能外传的话。"))

    def broken(data: bytes, *_: object, **__: object) -> None:
        raise RuntimeError(data.decode())

    monkeypatch.setattr("noticegen.pipeline.check", broken)
    assert cli.run(["check", "机密表.yaml"]) == 3
    shown = capsys.readouterr().err
    assert "程序内部出错" in shown
    assert "RuntimeError" in shown
    assert "不能外传" not in shown


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "noticegen new"),
        ("# 只有说明\n".encode(), "noticegen new"),
        (b"PK\x03\x04 a Word file", "Word"),
        (b"\x00\xff\xfe\x00", ""),
    ],
)
def test_an_empty_or_foreign_file_gets_one_clear_sentence(
    content: bytes, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("表.yaml").write_bytes(content)

    assert cli.run(["check", "表.yaml"]) == 1
    shown = capsys.readouterr().out
    assert said in shown
    assert shown.count(": 错误: ") == 1


def test_a_form_in_gb18030_builds_the_same_notice() -> None:
    _write("甲.yaml", form())
    Path("乙.yaml").write_bytes(form().encode("gb18030"))

    assert cli.run(["build", "甲.yaml", "乙.yaml"]) == 0
    assert Path("甲.docx").read_bytes() == Path("乙.docx").read_bytes()


def test_two_runs_give_the_same_bytes() -> None:
    _write("表.yaml", form())
    made = []
    for name in ("甲.docx", "乙.docx"):
        subprocess.run(  # noqa: S603  # our own program
            [sys.executable, "-m", "noticegen", "build", "表.yaml", "-o", name],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": str(len(made))},
        )
        made.append(Path(name).read_bytes())

    assert made[0] == made[1]


@pytest.mark.parametrize("command", ["check", "build", "new"])
def test_a_gbk_console_never_crashes_the_program(command: str) -> None:
    _write("表.yaml", form("- 段落: 𠮷林省😀的ﬀ。\n- 段落: {{ 喆✓ }}"))
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "noticegen", command, "表2.yaml" if command == "new" else "表.yaml"],
        check=False,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"},
    )

    assert done.returncode in (0, 1)
    assert done.stdout.decode("gbk") + done.stderr.decode("gbk")
    assert b"Traceback" not in done.stderr


NUMBER = "  文号: 云示组〔2024〕12号\n"
IMPRINT = "版记:\n  印发机关: 云山县示范局办公室\n  印发日期: 2024年6月21日\n"
ORGAN_MARK = "中共云山县示范局党组文件"


@pytest.fixture
def _without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find", lambda: None)


def test_a_form_with_a_number_gets_the_red_head_any_other_none() -> None:
    _write("有.yaml", form(head=HEAD + NUMBER))
    _write("无.yaml", form())

    assert cli.run(["build", "有.yaml", "无.yaml"]) == 0
    assert ORGAN_MARK in _words("有.docx")
    assert "云示组〔2024〕12号" in _words("有.docx")
    assert ORGAN_MARK not in _words("无.docx")


@pytest.mark.usefixtures("_without_libreoffice")
def test_without_libreoffice_the_page_of_the_imprint_is_said_to_be_an_estimate(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write("表.yaml", form(more=IMPRINT, head=HEAD + NUMBER))

    assert cli.run(["build", "表.yaml"]) == 0
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.startswith(
        "表.yaml: 提示: 没有找到 LibreOffice，版记所在页按每页22行、每行28字推算"
    )
    assert "云山县示范局办公室" in _words("表.docx")


def test_a_libreoffice_that_fails_is_told_from_one_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(office, "find", lambda: Path("soffice"))
    monkeypatch.setattr(office, "to_pdfs", lambda all_, **__: [b"%PDF-1.7 of no pages"] * len(all_))
    _write("表.yaml", form(more=IMPRINT, head=HEAD + NUMBER))

    assert cli.run(["build", "表.yaml"]) == 0
    assert "提示: LibreOffice 没能画出页面，版记所在页按" in capsys.readouterr().err


@pytest.mark.usefixtures("_without_libreoffice")
def test_without_an_imprint_no_page_is_counted_and_nothing_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write("表.yaml", form(head=HEAD + NUMBER))

    assert cli.run(["build", "表.yaml"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(office.find() is None, reason="needs LibreOffice")
def test_with_libreoffice_the_imprint_is_on_the_even_page_that_was_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    from noticegen import pdf

    _write("表.yaml", form(more=IMPRINT, head=HEAD + NUMBER))

    assert cli.run(["build", "表.yaml"]) == 0
    assert capsys.readouterr().err == ""
    assert pdf.count(office.to_pdf(Path("表.docx").read_bytes(), timeout=120)) == 2


def test_a_look_may_be_chosen_by_its_name() -> None:
    _write("表.yaml", form(head=HEAD + NUMBER))

    assert cli.run(["build", "表.yaml", "--template", "plain"]) == 0
    assert ORGAN_MARK not in _words("表.docx")


def test_what_a_chosen_look_has_no_place_for_is_told_at_its_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write("表.yaml", form(head=HEAD + NUMBER + "  密级: 秘密★1年\n"))

    assert cli.run(["build", "表.yaml", "--template", "plain"]) == 1
    said = capsys.readouterr().err
    assert "表.yaml:5:7: 错误: 所用的模板里没有「文号」「密级」的槽位" in said
    assert not Path("表.docx").exists()


def test_an_office_may_bring_a_look_of_its_own() -> None:
    Path("自己的.docx").write_bytes(with_body(paragraph("云山县示范局通报专用")))
    _write("表.yaml", form())

    assert cli.run(["build", "表.yaml", "--template", "自己的.docx"]) == 0
    assert "云山县示范局通报专用" in _words("表.docx")


def test_a_faulty_look_is_refused_with_the_sentences_of_its_check(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("坏.docx").write_bytes(with_body(paragraph("{{ 文好 }}") + paragraph("｛｛ 抄送 ｝｝")))
    _write("表.yaml", form())

    assert cli.run(["template", "check", "坏.docx"]) == 1
    told = [text for text in capsys.readouterr().out.splitlines() if "错误: " in text]
    assert len(told) == 2
    assert cli.run(["build", "表.yaml", "--template", "坏.docx"]) == 1
    refused = capsys.readouterr().err
    assert refused.splitlines()[:2] == told
    assert "模板“坏.docx”有 2 个错误，不能用" in refused
    assert not Path("表.docx").exists()


@pytest.mark.parametrize("name", ["readhead", "没有.docx"])
def test_a_look_that_is_not_there_is_wrong_usage(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _write("表.yaml", form())

    assert cli.run(["build", "表.yaml", "--template", name]) == 2
    assert f"“{name}”" in capsys.readouterr().err


def test_the_looks_that_ship_are_listed_with_what_chooses_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.run(["template", "list"]) == 0
    plain, redhead, *_ = capsys.readouterr().out.splitlines()
    assert plain.startswith("plain ")
    assert redhead.startswith("redhead ")
    assert "文号" in plain
    assert "文号" in redhead


def test_a_look_is_copied_to_be_edited_and_never_over_another(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.run(["template", "copy", "redhead"]) == 0
    assert cli.run(["template", "copy", "plain", "我的"]) == 0
    assert Path("redhead.docx").read_bytes() == REDHEAD
    assert Path("我的.docx").read_bytes() == PLAIN
    assert cli.run(["template", "copy", "plain", "redhead.docx"]) == 1
    assert "“redhead.docx”已经存在，没有覆盖" in capsys.readouterr().err
    assert Path("redhead.docx").read_bytes() == REDHEAD


def test_a_copied_look_is_fit_for_use(capsys: pytest.CaptureFixture[str]) -> None:
    cli.run(["template", "copy", "redhead", "我的.docx"])
    capsys.readouterr()

    assert cli.run(["template", "check", "我的.docx"]) == 0
    assert capsys.readouterr().out == "我的.docx: 可以用，没有发现问题。\n"


def test_a_look_that_departs_from_the_standard_is_warned_of_by_a_sample(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("宽.docx").write_bytes(changed(MAIN, 'w:left="1588"', 'w:left="1000"'))

    assert cli.run(["template", "check", "宽.docx"]) == 0
    said = capsys.readouterr().out
    assert "宽.docx:1:1: 警告: 用它排的样张：" in said
    assert "错误" not in said


def test_the_faults_of_a_look_are_given_as_json_too(capsys: pytest.CaptureFixture[str]) -> None:
    Path("坏.docx").write_bytes(with_body(paragraph("甲") + paragraph("{{ 文好 }}")))

    assert cli.run(["template", "check", "--json", "坏.docx"]) == 1
    (entry,) = json.loads(capsys.readouterr().out)
    assert (entry["file"], entry["line"], entry["code"]) == ("坏.docx", 2, "template-slot-unknown")


def test_seals_are_looked_for_from_the_form_s_folder() -> None:
    Path("夹/章").mkdir(parents=True)
    Path("夹/章/局.png").write_bytes(png())
    for name in ("章/局.png", str(Path("夹/章/局.png").resolve()), "../夹/章/局.png"):
        _write("夹/表.yaml", form(head=f"{HEAD}  范围: 党内\n  印章: {name}\n"))
        assert cli.run(["check", "--strict", "夹/表.yaml"]) == 0
        assert cli.run(["build", "夹/表.yaml"]) == 0

    with zipfile.ZipFile("夹/表.docx") as package:
        assert png() in [package.read(name) for name in package.namelist()]


@pytest.mark.parametrize("name", ["夹", "没有.png", "nul\\0.png", "长" * 300])
def test_a_seal_that_cannot_be_read_is_a_problem_not_a_crash(name: str) -> None:
    Path("夹").mkdir()
    _write("表.yaml", form(head=f"{HEAD}  印章: {name}\n"))

    assert cli.run(["check", "表.yaml"]) == 1


def _words(docx: str) -> str:
    """The text of the notice as it is read, runs joined."""
    return re.sub("<[^>]+>", "", _text(docx))


def _edited(docx: bytes) -> bytes:
    """Change one word, as Word would on saving: all parts written anew."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                content = content.replace("正文。".encode(), "改过。".encode())
            package.writestr(name, content)
    return target.getvalue()


LATE = form("- 段落: 2024年9月1日已完成整改。")


def test_build_refuses_on_a_rule_s_error_unless_it_is_allowed_by_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write("表.yaml", LATE)

    assert cli.run(["build", "表.yaml", "--allow", "date-order"]) == 1
    assert "[date-late]" in capsys.readouterr().err
    assert not Path("表.docx").exists()
    assert cli.run(["build", "表.yaml", "--allow", "date-order", "--allow", "date-late"]) == 0


def test_a_form_that_cannot_be_a_notice_is_built_by_no_allowance() -> None:
    _write("表.yaml", form().replace("2024年6月20日", "6月20日"))

    assert cli.run(["build", "表.yaml", "--allow", "model-date"]) == 1


def test_an_exemption_silences_check_and_all_ignores_it(capsys: pytest.CaptureFixture[str]) -> None:
    _write("表.yaml", LATE.rstrip() + "  # 豁免: date-late 原文如此\n")

    assert cli.run(["check", "表.yaml"]) == 0
    assert cli.run(["check", "--all", "表.yaml"]) == 1
    assert "[date-late]" in capsys.readouterr().out


def test_a_finished_notice_is_checked_too(capsys: pytest.CaptureFixture[str]) -> None:
    _write("表.yaml", LATE)
    cli.run(["build", "表.yaml", "--allow", "date-late"])
    _write(
        "旧通报.txt",
        "中共云山县示范局党组关于巡察整改进展情况的通报\n2024年9月1日已完成整改。\n"
        "中共云山县示范局党组\n2024年6月20日\n",
    )
    capsys.readouterr()

    for name, line in (("表.docx", 2), ("旧通报.txt", 2)):
        assert cli.run(["check", "--json", name]) == 1
        entries = json.loads(capsys.readouterr().out)
        assert [
            (entry["line"], entry["column"], entry["code"], entry["text"]) for entry in entries
        ] == [(line, 1, "date-late", "2024年9月1日")]


def test_an_office_s_own_words_are_found(capsys: pytest.CaptureFixture[str]) -> None:
    _write("表.yaml", form("- 段落: 加强对科技创新馆的管理。"))
    _write("词.yaml", "- 错误写法: 科技创新馆\n  正确写法: 科技馆\n  级别: 错误\n")

    assert cli.run(["check", "表.yaml"]) == 0
    assert cli.run(["check", "表.yaml", "--rules", "词.yaml"]) == 1
    assert "科技馆" in capsys.readouterr().out
    Path("词.yaml").rename("用词.yaml")
    assert cli.run(["check", "表.yaml"]) == 1
    assert cli.run(["build", "表.yaml"]) == 1


def test_a_word_list_at_fault_is_told_and_nothing_is_checked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write("表.yaml", form())
    _write("词.yaml", "随便写的\n")

    assert cli.run(["check", "表.yaml", "--rules", "词.yaml"]) == 1
    assert "词表" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--version"], {"click", "noticegen.cli"}),
        (["schema"], {f"noticegen.commands.{it}" for it in ("building", "checking", "inspecting")}),
    ],
)
def test_a_command_loads_no_other(arguments: list[str], unwanted: set[str]) -> None:
    program = f"import sys; sys.argv[1:] = {arguments}\nfrom noticegen.__main__ import main\n"
    told = f"import atexit; atexit.register(lambda: print({unwanted} & set(sys.modules)))\n"
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", f"{program}{told}main()"],
        env={**os.environ, "PYTHONPATH": str(SOURCES), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.splitlines()[-1] == "set()", done.stderr


def test_every_command_says_what_it_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--help"]) == 0
    listed = capsys.readouterr().out.partition("命令:\n")[2].splitlines()
    assert all(re.fullmatch(r"  [a-z]+ +[一-龥].+。", line) for line in listed)
    assert len(listed) > 7

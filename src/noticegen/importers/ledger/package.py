"""The bytes of a workbook → its parts, or the one sentence that says why not.

What it is must be told before anything is unpacked: the sizes a zip declares are also the
most that is ever read of it.
"""

import zipfile

from noticegen import archive
from noticegen.importers.lines import RefusedError

_MOST_UNPACKED = 48 * 1024 * 1024  # a ledger has under 2 MB
_MOST_PARTS = 2000
_MACROS = "xl/vbaProject.bin"
_SAVE_AS = "请用 Excel 或 WPS 打开，另存为“Excel 工作簿(.xlsx)”再导入。"
_NOT_ONE = f"这不是 Excel 工作簿，{_SAVE_AS}"
_OTHERS = {
    "word/document.xml": "这是 Word 文件，不是台账，台账要是 .xlsx 工作簿，请核对是否选错了文件。",
    "ppt/presentation.xml": "这是演示文稿，不是台账，台账要是 .xlsx 工作簿，请核对是否选错了文件。",
    "xl/workbook.bin": f"这是二进制的工作簿(.xlsb)，{_SAVE_AS}",
    "content.xml": f"这是 OpenDocument 表格(.ods)，{_SAVE_AS}",
}


def parts(data: bytes) -> zipfile.ZipFile:
    """Return the workbook *data* opened: no macros, of a size a ledger can have.

    Raises:
        RefusedError: It is no workbook, or one that is not read.
    """
    _refuse_foreign(data)
    try:
        opened = archive.opened(data)
        entries = opened.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise damaged() from error
    names = [entry.filename for entry in entries]
    if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
        raise too_large()
    if any(entry.flag_bits & 1 for entry in entries):
        raise refused(f"工作簿加了密码，读不出来，请去掉密码，{_SAVE_AS}")
    if len(set(names)) != len(names):
        raise damaged()
    if _MACROS in names:
        raise refused(f"工作簿里有宏(.xlsm)，为了安全没有读，{_SAVE_AS}")
    if "xl/workbook.xml" not in names:
        raise refused(next((said for name, said in _OTHERS.items() if name in names), _NOT_ONE))
    return opened


def part(opened: zipfile.ZipFile, name: str) -> bytes:
    """Return one part of the workbook; "" where there is none."""
    try:
        return archive.read(opened, name)
    except KeyError:
        return b""
    except Exception as error:  # zipfile and zlib let a dozen kinds through
        raise damaged() from error


def refused(sentence: str) -> RefusedError:
    """Return what is raised for a file that is no workbook we read."""
    return RefusedError("file-unreadable", sentence)


def damaged() -> RefusedError:
    """Return what is raised for a workbook that cannot be made out."""
    return refused(f"工作簿已经损坏，读不出来，{_SAVE_AS}")


def too_large() -> RefusedError:
    """Return what is raised for a workbook no ledger can be."""
    return RefusedError(
        "file-too-large", "工作簿太大，不像是台账，请把台账的工作表单独另存一份再导入。"
    )


def _refuse_foreign(data: bytes) -> None:
    if len(data) >= archive.MOST_PACKED:
        raise too_large()
    if data.startswith(b"%PDF"):
        raise refused("这是 PDF 文件，读不出表格，请找到原来的 Excel 工作簿再导入。")
    if data.startswith(archive.OLE) and archive.ENCRYPTED in data:
        raise refused(f"工作簿加了密码，读不出来，请去掉密码，{_SAVE_AS}")
    if data.startswith(archive.OLE):
        raise refused(f"这是旧版的 Excel 或者 WPS 文件(.xls、.et)，{_SAVE_AS}")
    if not data.startswith(b"PK"):
        raise refused(_NOT_ONE)

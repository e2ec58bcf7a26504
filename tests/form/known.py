"""The labels the tests of the form stage read with, and the reading itself."""

from noticegen.form import Form, read
from noticegen.problem import Problem

TOP = frozenset(["格式", "发文", "巡察", "数据", "写法", "正文", "附件", "联系", "版记", "网页"])
LABELS = TOP | frozenset(
    [
        "机关",
        "署名",
        "自称",
        "成文日期",
        "标题",
        "标题分行",
        "主送",
        "文号",
        "份号",
        "密级",
        "紧急程度",
        "范围",
        "附注",
        "印章",
        "类型",
        "部署",
        "轮次",
        "巡察组",
        "对象",
        "开始",
        "结束",
        "历时",
        "反馈日期",
        "反馈对象",
        "依据",
        "截至",
        "引言",
        "联系",
        "问题",
        "任务",
        "事项",
        "措施",
        "措施引语",
        "措施序号",
        "序号",
        "连续",
        "部分",
        "单位",
        "方面",
        "类别",
        "要点",
        "段落",
        "内容",
        "导语",
        "原文",
        "不公开",
        "存在问题",
        "状态",
        "责任领导",
        "责任单位",
        "责任人",
        "完成时限",
        "进展",
        "备注",
        "名称",
        "表",
        "引语",
        "电话",
        "地址",
        "邮编",
        "邮箱",
        "抄送",
        "印发机关",
        "印发日期",
        "网站名称",
        "网站域名",
        "网站标识码",
        "栏目名称",
        "栏目类型",
        "发布时间",
        "信息来源",
        "关键词",
        "作者",
        "描述",
        "网址",
    ]
)


def read_text(text: str) -> tuple[Form | None, list[Problem]]:
    return read(text.encode("utf-8", "surrogatepass"), LABELS, TOP)


def form_of(text: str) -> Form:
    form, _ = read_text(text)
    assert form is not None
    return form


def slips_of(text: str) -> list[tuple[int, int, str]]:
    _, problems = read_text(text)
    return [(*problem.mark[:2], problem.code.removeprefix("form-")) for problem in problems]

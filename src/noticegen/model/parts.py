"""The parts of the form around 正文: 发文, 巡察, 数据, 联系, 附件, 版记, 网页."""

from typing import Literal

from noticegen.model.base import Field, Model
from noticegen.model.fields import (
    Date,
    FileNames,
    Number,
    Paragraphs,
    Rows,
    Text,
    Texts,
    TitleText,
    WholeDate,
)
from noticegen.model.masthead import Classification, CopyNumber, DocumentNumber
from noticegen.model.website import Domain, Keywords, Moment, SiteCode, WebAddress


class Issuance(Model):
    """发文: who issues the notice, when, under which title."""

    issuers: Texts = Field(
        alias="机关",
        description="发文机关全称。联合发文写成列表，主办机关在前。",
        examples=["中共天长市科学技术局党组"],
    )
    signature: Texts | None = Field(
        None, alias="署名", description="落款，不填则与机关相同；联合发文写成列表。"
    )
    self_reference: Text | None = Field(
        None,
        alias="自称",
        description="本单位怎样称呼自己，正文里用 {{ 自称 }} 引用。",
        examples=["我局"],
    )
    date_of_issue: WholeDate = Field(
        alias="成文日期",
        description="会议通过或负责人签发的日期。",
        examples=["2023年9月26日"],
    )
    title: TitleText | None = Field(
        None, alias="标题", description="标题，不填则为“机关＋关于巡察整改进展情况的通报”。"
    )
    title_lines: Texts | None = Field(
        None, alias="标题分行", description="标题各行，写成列表；不填则自动分行。"
    )
    recipients: Text | None = Field(
        None, alias="主送", description="主送机关；公开的通报一般没有。", examples=["局属各单位"]
    )
    document_number: DocumentNumber | None = Field(
        None,
        alias="文号",
        description="发文字号。填了就用红头版式，不填用无版头的版式。",
        examples=["天科党组〔2023〕12号"],
    )
    copy_number: CopyNumber | None = Field(
        None,
        alias="份号",
        description="六位数字，同「文号」一起填，印在红头左上角。",
        examples=["000001"],
    )
    classification: Classification | None = Field(
        None,
        alias="密级",
        description="绝密、机密或者秘密，后面可以写保密期限，同「文号」一起填。",
        examples=["秘密★1年"],
    )
    urgency: Literal["特急", "加急"] | None = Field(
        None,
        alias="紧急程度",
        description="特急或者加急，同「文号」一起填。",
        examples=["加急"],
    )
    scope: Literal["公开", "党内"] = Field(
        "公开", alias="范围", description="公开（不填即是）或者党内，只作记录。"
    )
    annotation: Text | None = Field(
        None,
        alias="附注",
        description="印在日期下一行的括号里。",
        examples=["此件公开发布"],
    )
    seals: FileNames | None = Field(
        None,
        alias="印章",
        description="印章图片的文件名，从表所在的文件夹找起；每个机关一个，联合发文按机关的顺序写成列表。"
        "图片用背景透明的 PNG。填了就按加盖印章编排，不填按不加盖印章编排。",
        examples=["印章.png"],
    )


class Inspection(Model):
    """巡察: the facts the opening paragraph states."""

    genre: Literal["巡察", "巡视"] = Field(
        "巡察", alias="类型", description="巡察（不填即是）或者巡视。"
    )
    dispatched_by: Text | None = Field(
        None, alias="部署", description="由谁统一部署。", examples=["市委"]
    )
    round: Text | None = Field(
        None,
        alias="轮次",
        description="第几轮，「引言」「标题」里可用 {{ 轮次 }} 引用。",
        examples=["十五届市委第三轮"],
    )
    team: Text | None = Field(
        None,
        alias="巡察组",
        description="巡察组名称，不填就不写引言。",
        examples=["市委第二巡察组"],
    )
    bodies: Texts | None = Field(
        None,
        alias="对象",
        description="被巡察党组织，几个的写成列表，不填则为机关。",
        examples=["科技局党组"],
    )
    start: Date | None = Field(
        None, alias="开始", description="进驻日期。", examples=["2022年10月24日"]
    )
    end: Date | None = Field(
        None, alias="结束", description="结束日期。", examples=["2022年11月19日"]
    )
    duration: Text | None = Field(
        None,
        alias="历时",
        description="为期多久，「引言」里可用 {{ 历时 }} 引用。",
        examples=["45天"],
    )
    feedback_date: Date | None = Field(
        None,
        alias="反馈日期",
        description="反馈巡察意见的日期。",
        examples=["2023年1月16日"],
    )
    feedback_to: Text | None = Field(
        None,
        alias="反馈对象",
        description="向谁反馈，「引言」里可用 {{ 反馈对象 }} 引用。",
        examples=["我局"],
    )
    basis: Text | None = Field(
        None,
        alias="依据",
        description="按照什么公布，不填则为党务公开原则和巡察工作有关要求。",
        examples=["《中国共产党巡视工作条例》和巡察工作有关要求"],
    )


class AttachmentForm(Model):
    """附件: one attachment, its text or its table."""

    title: Text = Field(
        alias="名称",
        description="附件名称，后面不加标点。",
        examples=["整改情况一览表"],
    )
    content: Paragraphs = Field((), alias="内容", description="附件的文字。")
    table: Rows | None = Field(
        None,
        alias="表",
        description="附件的表格：用 | 开头另起，第一行表头，以下每行一条，单元格之间用 | 或者制表符隔开。",
    )


class Contact(Model, further=Text):
    """联系: how the public reaches the office; any further label is printed as it stands."""

    lead: Text | None = Field(
        None, alias="引语", description="联系方式前的话，不填则为“欢迎……监督”。"
    )
    phone: Text | None = Field(
        None, alias="电话", description="联系电话。", examples=["0550-7770320"]
    )
    address: Text | None = Field(None, alias="地址", description="通信地址。")
    postcode: Text | None = Field(None, alias="邮编", description="邮政编码。", examples=["239300"])
    email: Text | None = Field(
        None, alias="邮箱", description="电子邮箱。", examples=["tchkj@163.com"]
    )


class Imprint(Model):
    """版记: at the foot of the last page of a red-head notice."""

    copies: Text | None = Field(
        None,
        alias="抄送",
        description="抄送机关，几个的用逗号隔开，末尾的句号由程序加。",
        examples=["县纪委监委，县委巡察办"],
    )
    distributor: Text | None = Field(
        None, alias="印发机关", description="印发机关。", examples=["云山县示范局办公室"]
    )
    distribution_date: WholeDate | None = Field(
        None,
        alias="印发日期",
        description="印发日期，后面的“印发”二字由程序加。",
        examples=["2024年6月21日"],
    )


class WebPage(Model):
    """网页: what the page's tags say to machines, by 《政府网站发展指引》 (国办发〔2017〕47号)."""

    site_name: Text | None = Field(
        None,
        alias="网站名称",
        description="发布这份通报的网站，写进网页的 SiteName 标签。",
        examples=["云山县人民政府"],
    )
    site_domain: Domain | None = Field(
        None,
        alias="网站域名",
        description="网站的域名，写进 SiteDomain 标签。",
        examples=["www.example.gov.cn"],
    )
    site_code: SiteCode | None = Field(
        None,
        alias="网站标识码",
        description="政府网站标识码，在网站页脚，十位数字，部委网站以 bm 开头，写进 SiteIDCode 标签。",
        examples=["0000000001"],
    )
    column_name: Text | None = Field(
        None,
        alias="栏目名称",
        description="放在哪个栏目，写进 ColumnName 标签。",
        examples=["通知公告"],
    )
    column_type: Text | None = Field(
        None,
        alias="栏目类型",
        description="栏目的类别，写进 ColumnType 标签。",
        examples=["信息公开"],
    )
    published: Moment | None = Field(
        None,
        alias="发布时间",
        description="网页什么时候发布，写进 PubDate 标签，时刻可以不写。",
        examples=["2023-09-26 10:30"],
    )
    source: Text | None = Field(
        None,
        alias="信息来源",
        description="通报从哪里来，写进 ContentSource 标签。",
        examples=["云山县示范局"],
    )
    keywords: Keywords | None = Field(
        None,
        alias="关键词",
        description="几个词，用逗号隔开或者写成列表，写进 Keywords 标签。",
        examples=["巡察整改,党务公开"],
    )
    author: Text | None = Field(None, alias="作者", description="作者，写进 Author 标签。")
    description: Text | None = Field(
        None, alias="描述", description="一两句话的内容提要，写进 Description 标签。"
    )
    address: WebAddress | None = Field(
        None,
        alias="网址",
        description="网页的地址，写进 Url 标签。",
        examples=["https://www.example.gov.cn/tzgg/202309/t20230926_1.html"],
    )


class Figures(Model, further=Number):
    """数据: the office's own numbers, by names of its choosing."""

    as_of: Date | None = Field(
        None, alias="截至", description="数字截至哪一天。", examples=["2023年9月20日"]
    )

"""The words of offices: heads, what stands before them, the units that they lead. Compiled by the project."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


# Heads of places, states and their governments: they belong to no party or committee named before them.
GOVERNMENT = words(
    """
    省长 市长 县长 区长 镇长 乡长 村长 州长 旗长 盟长 专员
    总统 国家主席 国家副主席 总理 首相 国王 外长 防长 财长
    """
)

# Members of a large body: several share the title, and nobody else's office belongs to that body.
DELEGATES = words(
    """
    代表 委员 院士 会员 候补委员 执委 学部委员
    """
)

# Callings rather than offices.
ACADEMIC = words(
    """
    教授 研究员 助理研究员 讲师 博士生导师 硕士生导师 研究生导师 导师 工程师 技术员 技师 教师 老师
    班主任 医师 主任医师 副主任医师 主治医师 医生 村医 药师 主管药师 护师 主管护师 护士 兽医师 律师 法官
    检察官 审判员 检察员 书记员 农艺师 畜牧师 园艺师 会计师 经济师 统计师 设计师 规划师 建筑师 分析师
    """
)

# Offices, most of them held by one person at a time.
OFFICES = words(
    """
    总书记 书记 支书 村支书 团支书 主任 主任委员 主委 主席 主席团主席 工会主席 国家主席 国家副主席 常委
    委员长 局长 厅长 部长 司长 署长 处长 科长 股长 所长 站长 院长 校长 园长 馆长 台长 社长 行长 会长
    理事长 董事长 监事长 秘书长 检察长 审判长 庭长 关长 矿长 段长 厂长 场长 店长 船长 机长 列车长 护士长
    村民小组长 队长 支队长 大队长 中队长 总队长 组长 班长 工长 团长 连长 排长 营长 旅长 师长 军长 网格员
    政委 政治委员 司令员 司令 参谋长 指导员 教导员 指挥长 总指挥 总统 总理 首相 国务卿 议长 大臣 外长 防长
    财长 大使 公使 总领事 领事 参赞 特使 发言人 总干事 总经理 经理 总裁 总监 总编辑 总编 主编 总工程师
    总会计师 总经济师 总设计师 总规划师 总农艺师 总教练 总导演 首席执行官 首席运营官 首席财务官 首席技术官
    首席信息官 首席科学家 首席专家 首席经济学家 首席分析师 首席代表 首席工程师 首席设计师 CEO CTO CFO COO
    创始人 联合创始人 合伙人 负责人 主要负责人 法定代表人 法人代表 董事 监事 理事 干事 主管 主持人 教练
    主教练 教练员 领队 裁判长 巡视员 调研员 督学 总督学 联络员 参事 顾问 助理 秘书 项目经理 车间主任
    教研组长 编辑 导演 传承人 编剧 策展人 党组成员 国务委员 常务主席 新闻秘书
    值班长 首席科学官 首席产品官 首席战略官 首席投资官
    首席法务官 院长助理 校长助理 局长助理 县长助理 市长助理 行长助理 总经理助理 董事长助理 法官助理
    检察官助理
    """
)

CORES = OFFICES | ACADEMIC | DELEGATES | GOVERNMENT

# In too many senses to be a title unless a body stands before it.
NEEDS_BODY = words(
    """
    代表 委员 董事 监事 理事 会员 编辑 助理 秘书 主管 干事 顾问 老师 执委 导师 教师 医生 律师 护士 负责人
    主要负责人 领队 联络员 设计师 技术员 技师 创始人 网格员 常委 导演 编剧 发言人 教练 主持人 专员
    有关负责人 相关负责人 分管负责人
    """
)

# A word of these before a title belongs to it.
MODIFIERS = words(
    """
    副 老 常务 执行 名誉 荣誉 终身 第一 首任 党组 党委 党总支 党支部 支部 党工委 机关党委 总 代理 代 轮值
    联席 正 高级 正高级 副高级 特级 一级 二级 三级 四级 首席 资深 兼职 特聘 客座 讲席 联合 专职 驻村
    常委会 组织 宣传 统战 政治 候补 独立 执行副 区域 大区 行政 运营 财务 技术 销售 市场 生产 人力资源 外交
    国防 法定 新闻 有关 相关 分管 主要 值班 人事 运维 质量 安全 研发 算法 软件 硬件 客户 品牌 商务 法务
    科研 教学 项目 工程 电气 机械 结构 工艺 工业 董事局
    """
)
FORMER = ("原任", "时任", "前任", "原", "前")
PRESENT = ("现任", "新任")

# Who belongs somewhere without an office there.
MEMBERS = words(
    """
    工作人员 干部 职工 员工 工人 民警 辅警 交警 特警 战士 消防员 选手 运动员 队员 球员 前锋 中锋 后卫
    门将 演员 志愿者 社工 成员 学生 研究生 博士生 本科生 毕业生 科研人员 技术人员 研发人员 专家 学者
    农技员 飞行员 航天员 司机
    """
)

# What a unit inside a body ends in.
UNITS = words(
    """
    处 科 部 室 系 组 办 局 院 所 站 队 厅 司 署 台 社 馆 厂 庭 股 委 段 班 学 专业 工程 技术 中心 公司
    集团 车间 村 镇 街道 社区 人大 政协 协会 学会 分会 商会 工会 大学 中学 小学 幼儿园 委员会 基金会 项目 医院
    银行 分行 支行 门诊 病区 园区 景区 开发区 基地 联盟 平台 俱乐部 剧团 合作社 常委会 联合会 党支部
    法院 编辑部 办公厅 专班
    """
)

# Those of them that are of the body named before: 市委常委、宣传部部长.
INNER = words(
    """
    处 科 部 室 系 组 办 股 庭 政法委 纪委 办公室 办公厅 工会 团委 车间 实验室 门诊 病区
    """
)

# A body that the text has named before, in short.
GENERIC = words(
    """
    工厂 公司 企业 集团 学校 医院 社区 村 园区 中心 创新中心 合作社 协会 研究所 研究院 项目 项目部 银行
    景区 球队 剧团 车间 学院 班组 实验室
    """
)

# Between a body and a title these tell of somebody or something else.
BARRIERS = words(
    """
    昨日 昨天 今日 今天 近日 日前 随后 此次 据 本报
    的 了 在 是 承办 主办 协办 把 被 让 说 称 邀请 访问 采访 会见 调研 来到 走进 表彰 特邀 聘请 委托 携手 会同
    以及 其他 担任 出任 任命 选举 当选 兼任 有关 相关 来自 走访 介绍 慰问 看望 派出 派驻 成为 记者 由 给 跟
    并 向 请
    """
)

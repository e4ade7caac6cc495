// The measures by the names that the exports give them, each in a line; the help lists them.
const TERMS = {
  weight: ['权重', '每个共现窗口计 1/(n−1)，n 为其中的实体数，再相加：名单再长，也不会凭空生出许多强连线'],
  npmi: ['NPMI', '归一化点互信息，−1 至 1：1 为总在一起，0 与偶然无异，负为比偶然更少；罕见的名字容易偏高，请与共现次数一起看'],
  g2: ['G²', '对数似然比，看共现是否出于偶然：超过 3.84 为 5% 水平，超过 10.83 为 0.1% 水平；负值为比偶然更少'],
  alpha: ['显著性', '差异过滤（disparity）的 α，0 至 1：越小越突出，小于 0.05 属于骨干'],
  degree: ['度', '与多少个实体一起被提到'],
  strength: ['加权度', '它的各条连线权重之和'],
  betweenness: ['介数', '其他实体两两之间的最短路径有多少经过它，0 至 1：高者连接彼此疏远的群体'],
  pagerank: ['PageRank', '沿连线按权重随机游走时停在它上面的比例：高者常与常被提到的实体同时出现'],
};
const term = (key, value) => [TERMS[key][0], value, TERMS[key][1]];

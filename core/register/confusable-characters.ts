/**
 * Chinese characters that are taken for one another when typing by shape or by sound, in simplified form: what
 * stands in one group differs by a stroke or is said alike. Only such pairs as make a real word wrong are of use here.
 */
const GROUPS =
  '己已巳 诊症疹 里量 货贷 代贷 末未 人入 土士 日曰 侯候 拔拨 析折 晴睛情清请 瞒满 损埙捐 环坏还 技枝支 准淮 辩辨辫 侍待 徒徙 戊戌戍 天夭 千干于 ' +
  '刀力 太态大 度渡镀 迟池吃 处外 理里 质值 价介 账帐张 帐胀 装妆庄 包饱抱 破波 配陪 件伴 送迭 关并 结洁 束柬 完元 成咸 ' +
  '异导 物勿 味未昧 变恋 霉莓 腐府 烂滥 漏露 裂列 断段 短矩 缺决 少小 多夕 错措 误吴 延廷 期斯 维唯 修休 换唤 退腿 赔培 ' +
  '偿尝 服报 务雾 客各 户护 投没 诉拆 受爱 收改 办力 功工公 能熊 性姓 级极 轻经 急及 般船 普晋 常长 特持 品晶 安按 全金 ' +
  '卫位 生声 产厂 标示 识织 签鉴 数教 电申由 压庄 网纲 线钱 机几 器哭 设没 备各 检险 验脸 测侧 研妍 发友 票漂 费废 用甬 水冰 ' +
  '尺反 寸才 外处 观规现 颜额 色包 噪燥躁 音意 停仃 车东 场汤 秩铁 序予 保堡 洁结 绿录 化花 扰忧 民名 堵诸 冷泠 ' +
  '销俏 售焦 采彩 购构 仓苍 储诸 运云 输愉 物吻 流疏 财材 行术 政证 综宗 合和 研究 拖施 提是 供洪 应映 况矿框 量亮晕 抢枪 气汽 炉沪芦 阀伐 座坐 订定 帐账 购够 像象 杂扎 缴交 园圆 蓝篮 辆量 载栽 堆推 凉晾 涨胀 暇瑕 嗓噪 徽微 侧测 赁凭 楼搂 渗掺 晃幌 锈绣 阻组 塞寒 磨摩 宾兵 卧握 拖脱 晚完 甩用 乘剩 站占 续读 航般 池地 充冲 桩庄 ' +
  '响晌 部不步 佳加嘉 噪澡 宋送松 拒巨距 款宽 退推 驰迟 货获或 换患 馊搜 臭嗅 脏赃 锁琐 门们 墙强 管官馆 厕测 厨橱 空控 调凋 冷玲 层曾 单担 封峰 码马 号好 颜言 划画花 痕恨 线限 皱邹 起启 泡炮 掉吊 粘沾 振震 抖陡 员园 顾雇 客容 乘剩 餐参 菜莱 鲜先 ' +
  '力利立 附付负副 着著 成城程诚 闭毕必 检捡拣 防房 留流 梯提 库裤 业叶 架价 差查叉 复覆付 档挡 洁结杰 观官 型性形 抄超 缺却 数树 延沿 量良 售受 态太 案按 进近 卡咔 误务 交焦 资质 置值 温湿 渗深 裂烈 味胃 塌榻 堵赌 停亭 表标 缴较 险捡 辐幅 配佩 诊珍 药要 候后 护互 病并 院完 床创 ' +
  '异升 教较 收牧 消销 返反 记计 版板 竟竞 贴帖 竣峻俊 须需 即既 份分 科料 拆折 幕暮墓慕 晰淅 密蜜 挂桂 蓬篷 虚虑 改攻 检俭 械诫 迟退 服眼 破坡 损陨 货贺 差羞 款欺 延诞 ';

const NEIGHBOURS = groupNeighbours(GROUPS.split(' '));

/** Whether the two characters, folded to simplified ones, are easily taken for one another. */
export function areConfusable(left: string, right: string): boolean {
  return NEIGHBOURS.get(left)?.has(right) === true;
}

function groupNeighbours(groups: readonly string[]): Map<string, Set<string>> {
  const neighbours = new Map<string, Set<string>>();
  for (const group of groups) {
    for (const character of group) {
      const known = neighbours.get(character) ?? new Set<string>();
      for (const other of group) if (other !== character) known.add(other);
      neighbours.set(character, known);
    }
  }
  return neighbours;
}

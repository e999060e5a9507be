/**
 * Nouns that name goods or services people complain of, folded. A longer name ends with one of them (深沟球轴承 ends with
 * 轴承), so the list holds heads, not products.
 */
export const CHINESE_PRODUCT_HEADS =
  '粉煤灰 飞灰 煤灰 袋灰 级灰 水泥 混凝土 砂浆 矿粉 石膏 减水剂 骨料 外加剂 刹车片 刹车盘 轮胎 机油 电瓶 蓄电池 电池 节温器 压缩机 变速箱 变速器 发动机 空调 冷气 暖气 减震器 避震器 轮毂 大灯 火花塞 雨刮 保险杠 传感器 发电机 油泵 离合器 插秧机 旋耕机 收割机 拖拉机 播种机 打捆机 无人机 喷雾机 割草机 水泵 微耕机 烘干机 脱粒机 主轴总成 总成 机器人 手机 电视 电视机 冰箱 洗衣机 热水器 油烟机 打印机 投影仪 风扇 吹风机 净水器 空气净化器 电饭煲 防晒衣 羽绒服 外套 上衣 衬衫 裤 裙 鞋 背包 沙发 床垫 餐椅 椅 书桌 餐桌 衣柜 台灯 茶具 水壶 保温杯 杯 锅 耳机 充电器 充电宝 键盘 鼠标 电脑 笔记本 平板 相机 手表 手环 面膜 面霜 精华 口红 奶粉 豆腐 豆干 香干 素鸡 腐乳 豆浆 豆皮 腐竹 千张 豆花 豆制品 面包 蛋糕 牛奶 酸奶 饼干 水饺 月饼 大米 食用油 酱油 饮料 水果 牛肉 白虾 虾 海鲜 零食 茶叶 轴承 阀门 闸阀 球阀 蝶阀 螺栓 螺母 螺丝 齿轮 法兰 密封圈 油缸 液压缸 气缸 电机 马达 弹簧 铸件 锻件 钢板 钢管 钢筋 管材 电缆 线缆 连接器 端子 薄膜 芯片 电容 电阻 模具 散热片 硅脂 纸箱 瓦楞纸箱 包装膜 标签 油墨 涂料 油漆 树脂 胶水 控制器 电动车 电动自行车 电动机车 电动三轮车 机车 滑板车 头盔 仪表 前叉 车架 信用卡 储蓄卡 理财产品 贷款 保险 血压计 血糖仪 轮椅 瓷砖 抛釉砖 地砖 地板 橱柜 木门 窗帘 商品房 洋房 车位 商铺 房屋 门票 机票 宽带 校园网 药品 快递 包裹 会员卡 课程 织机 喷气织机 app 小程序 叉车 挖掘机 电梯 路灯 电表 水表 燃气表'.split(
    ' ',
  );

/** English heads, singular; a plural counts too. */
export const ENGLISH_PRODUCT_HEADS =
  'fly ash|cement|concrete|slag|mortar|brake pad|brake|tire|tyre|strut|battery|gearbox|alternator|baler|tractor|combine|harvester|header|seeder|planter|plough|sprayer|scooter|e-scooter|e-bike|ebike|bike|laptop|phone|tablet|headphone|earbud|charger|keyboard|monitor|printer|camera|table|chair|sofa|couch|mattress|lamp|mug|kettle|toaster|blender|air fryer|jacket|shirt|dress|shoe|boot|coat|tofu|tempeh|soy milk|bread|bearing|valve|bolt|gear shaft|shaft|casting|forging|connector|terminal|glove|rose|flower|credit card|debit card|loan|mortgage|insurance|savings account|router|washing machine|dishwasher|fridge|refrigerator|freezer|oven|heater|heating|boiler|radiator|elevator|lift|controller|motor|pump|cylinder|hose|filter|panel|inverter|cable|carton|pallet|bag|tile|door|window|paint|resin|film';

import { describe, expect, it } from 'vitest';
import { assessComplaint } from '../../../core/grade/assess-complaint.ts';
import { situationOf } from '../../../core/grade/situation.ts';
import { findPack } from '../../../core/policy/packs.ts';
import { findResponsible } from '../../../core/responsibility/find-responsible.ts';

function judge(packId: string, description: string) {
  const pack = findPack(packId);
  if (!pack) throw new Error(`no pack ${packId}`);
  const assessment = assessComplaint({ description }, pack);
  const { departments } = findResponsible(situationOf({ description }, assessment), pack);
  const axes = Object.fromEntries(assessment.axes.map(({ axis, id }) => [axis, id]));
  return {
    ...{ category: assessment.category?.id ?? null, grade: assessment.grade.id },
    ...{
      lanes: assessment.lanes.map(({ id }) => id),
      axes,
      departments: departments.map(({ department }) => department),
    },
  };
}

describe('food: harm is a person’s (S1f-28)', () => {
  it.each([
    ['包装袋划破了手', 'notSerious'],
    ['孩子的嘴被划伤', 'notSerious'],
    ['老人吃了闹肚子', 'notSerious'],
    ['吃的时候舌头被划破', 'notSerious'],
    ['运输途中划伤的纸箱', undefined],
    ['豆干表面有划伤', undefined],
    ['袋子划破了一个口', undefined],
    ['牙没断，豆干有点硬', undefined],
  ])('%s: %s', (description, harm) => {
    expect(judge('food', description).axes['harm']).toBe(harm);
  });

  it.each([['老婆吃完豆干头晕，医生让住院观察'], ['医生诊断食物中毒，我们吃的是你家豆腐'], ['吃了豆干恶心，看了医生']])(
    'what a doctor says is about the product: %s',
    (description) => {
      expect(judge('food', description).category).toBe('product_quality');
    },
  );
});

describe('food: the matrix of S1f-32 to S1f-44', () => {
  it.each([
    ['顾客没拆开的豆干里有一根毛发', 'intactForeignBody', ['productTeam']],
    ['顾客说还没开封，里面有块塑料皮', 'intactForeignBody', ['productTeam']],
    ['顾客打开以后吃到头发', 'foreignBody', []],
    ['顾客吃到一段钢丝', 'machinePart', ['productTeam', 'facilities']],
    ['顾客说里面有滤网碎片', 'machinePart', ['productTeam', 'facilities']],
    ['顾客在豆腐里发现钢丝球', 'foreignBody', []],
    ['四位顾客吃了同一批豆干都恶心', 'severalIll', ['productTeam', 'cookers', 'qc']],
    ['顾客一家六口吃了都闹肚子', 'severalIll', ['productTeam', 'cookers', 'qc']],
    ['两位顾客来店里买豆腐，少一包', 'shortPack', ['productTeam']],
    ['顾客的豆腐泛红了', 'spoilt', ['cookers', 'productTeam']],
    ['顾客说豆腐变成粉色', 'spoilt', ['cookers', 'productTeam']],
    ['经销商到货缺包，箱子被拆过', 'boxShort', ['marketing']],
    ['经销商到货少两包，外箱批号和里面对不上，批号不符', 'boxShort', ['marketing']],
    ['经销商到货箱子被拆过，包数没少', undefined, []],
    ['门店收货，纸箱上日期4月2日，内袋日期3月30日', 'unlikeDates', ['marketing']],
    ['门店收货，外箱喷码2026-03-01，小袋2026-02-01', 'unlikeDates', ['marketing']],
    ['门店收货，外箱日期3月1日，小袋3月1日', undefined, []],
    ['门店3月5日收货，外箱日期3月1日，小袋3月1日', undefined, []],
  ] as const)('%s: %s, %o', (description, defect, departments) => {
    const found = judge('food', description);
    expect(found.axes['defect']).toBe(defect);
    expect(found.departments).toEqual(departments);
  });

  it.each([
    ['不给五万我就发抖音', ['extortion']],
    ['不赔两万块就闹到电视台', ['extortion']],
    ['不给一万元就曝光你们', ['extortion']],
    ['我们会找消委会评理', ['publicComplaint']],
    ['发了朋友圈夸你们的豆腐', []],
    ['不给我发票', []],
  ])('%s: %o', (description, lanes) => {
    expect(judge('food', description).lanes).toEqual(lanes);
  });
});

describe('fly-ash: what may stop counts (S0-23)', () => {
  it.each([
    ['再没有灰，拌合站今晚要停机', 'major'],
    ['明天搅拌站只能停机', 'major'],
    ['梁已经开裂，监理发了停工令', 'major'],
    ['试块28天强度都不合格', 'major'],
    ['业主要求拆除重做', 'major'],
    ['搅拌站门口停了三辆罐车', 'general'],
    ['生产线没停，就是灰细度偏粗', 'general'],
    ['楼板没有开裂', 'general'],
    ['试块没有不合格', 'general'],
    ['车停在地磅上', 'general'],
  ])('%s: %s', (description, grade) => {
    expect(judge('fly-ash', description).grade).toBe(grade);
  });
});

describe('categories by what is said (S0-21, S1b-2 to S1b-5, S2-8)', () => {
  it.each([
    ['fly-ash', '说好上午送，晚上十点才送到', 'delivery_logistics'],
    ['fly-ash', '罐车晚了五小时', 'delivery_logistics'],
    ['fly-ash', '约好周一到货，周三才到', 'delivery_logistics'],
    ['fly-ash', '细度不合格', 'product_quality'],
    ['ev-sales', '说好周五送车，今天还没送到', 'delivery_logistics'],
    ['ev-sales', '约好下午送来，到现在还没送', 'delivery_logistics'],
    ['ev-sales', '答应周一送到的车还没送', 'delivery_logistics'],
    ['ev-sales', '定金不退', 'sales'],
    ['power-supply', '电表抄错，多了一百度', 'service_quality'],
    ['power-supply', '抄表员又把表抄错了', 'service_quality'],
    ['power-supply', '本月电费多了一倍，怀疑抄错了', 'metering_billing'],
    ['power-supply', '电压过高，冰箱烧了', 'power_quality'],
    ['power-supply', '电压忽高忽低', 'power_quality'],
    ['power-supply', '换表箱每户收两百', 'rectification_charges'],
    ['power-supply', '改造每家收200元表箱钱', 'rectification_charges'],
    ['auto-repair', '问价格前台翻白眼', 'service'],
    ['auto-repair', '师傅说话难听', 'service'],
    ['auto-repair', '发动机异响没修好', 'repair_quality'],
  ])('%s: %s: %s', (pack, description, category) => {
    expect(judge(pack, description).category).toBe(category);
  });
});

describe('farm-machinery: the season and the manner (S4-34)', () => {
  it.each([
    ['正赶上抢收，收割机趴窝', 'major'],
    ['等着抢种，拖拉机打不着火', 'major'],
    ['抢收的时候活都停了', 'major'],
    ['赶上了抢收，机器这次没坏', 'general'],
    ['正是抢收的时候，机器没停过，好用', 'general'],
  ])('%s: %s', (description, grade) => {
    expect(judge('farm-machinery', description).grade).toBe(grade);
  });

  it.each([
    ['维修工说话冲', 'serviceAttitude'],
    ['来的人翻白眼', 'serviceAttitude'],
    ['师傅说话好听', undefined],
  ])('%s: %s', (description, cause) => {
    expect(judge('farm-machinery', description).axes['cause']).toBe(cause);
  });
});

describe('general: thanks are no complaint (S1a-1)', () => {
  it.each([
    ['感谢你们及时处理，没有问题了', undefined],
    ['问题解决了，谢谢', undefined],
    ['谢谢你们及时处理', undefined],
    ['还是有问题', 'formal'],
    ['问题没有解决', 'formal'],
    ['漏水没人管', 'formal'],
  ])('%s: %s', (description, expression) => {
    expect(judge('general', description).axes['expression']).toBe(expression);
  });

  it('hears 质监站 as a regulator', () => {
    expect(judge('general', '我要去质监站反映').lanes).toEqual(['regulator']);
    expect(judge('general', '我没有找质监站').lanes).toEqual([]);
  });
});

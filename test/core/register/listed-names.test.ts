import { describe, expect, it } from 'vitest';
import type { Field } from '../../../core/complaint/field.ts';
import { listedNames } from '../../../core/register/listed-names.ts';
import { allSteps } from '../../../core/steps.ts';
import { makeSheet } from '../../support/make-sheet.ts';

const departments = [
  ...Array<string>(6).fill('质控部'),
  ...Array<string>(4).fill('质检科'),
  ...Array<string>(3).fill('品控部'),
  ...Array<string>(3).fill('物流部'),
  ...Array<string>(3).fill('车队'),
  ...['物流', '物流中心', '待定', '总经办'],
];
const kinds = departments.map((name) => (/物流|车队/.test(name) ? '交货延迟' : '质量问题'));
const columns = [
  { field: 'category' as const, texts: kinds },
  { field: 'responsibleDept' as const, texts: departments },
];
/** What a sheet says of the words of the column of departments. */
const told = (rows: string[][], given: typeof columns = columns) => {
  const names = allSteps(listedNames([makeSheet(rows, { name: '对照' })], given)).get('responsibleDept');
  return Object.fromEntries([...(names ?? [])].map(([word, { name }]) => [word, name]));
};

describe('the lists of a workbook say what a word of the register stands for', () => {
  it('words beside the names that they stand for', () => {
    const list = [
      ['现用名称', '规范名称'],
      ['质检科', '质控部'],
      ['品控部', '质控部'],
      ['车队', '物流部'],
      ['财务科', '财务部'],
    ];
    expect(told(list)).toEqual({ 质检科: '质控部', 品控部: '质控部', 车队: '物流部' });
    expect(told(list.map(([word = '', name = '']) => [name, word, '甲']))).toEqual(told(list));
  });

  it('kinds of complaints beside who handles them: by the kinds of its rows, or by how its name begins', () => {
    const list = [
      ['问题性质', '责任部门', '负责人'],
      ['质量', '质控部', '谢工'],
      ['数量/交货', '物流部', '秦队'],
      ['价格/合同', '销售部', '刘工'],
    ];
    expect(told(list)).toEqual({
      质检科: '质控部',
      品控部: '质控部',
      车队: '物流部',
      物流: '物流部',
      物流中心: '物流部',
    });
  });

  it.each<[string, string[][]]>([
    [
      'departments beside who leads them',
      [
        ['质控部', '谢工'],
        ['质检科', '朱工'],
        ['品控部', '秦工'],
        ['物流部', '沈工'],
      ],
    ],
    [
      'kinds that the register gives to others',
      [
        ['质量', '物流部'],
        ['交货', '质控部'],
        ['价格', '销售部'],
      ],
    ],
    [
      'a word beside two names',
      [
        ['质检科', '质控部'],
        ['质检科', '物流部'],
        ['车队', '物流部'],
        ['品控部', '质控部'],
      ],
    ],
    [
      'names that nobody writes',
      [
        ['质检科', '甲组'],
        ['品控部', '乙组'],
        ['车队', '丙组'],
      ],
    ],
  ])('nothing is told by %s', (_, list) => {
    expect(told(list)).toEqual({});
  });

  it.each<[Field, string[][]]>([
    [
      'responsiblePerson',
      [
        ['张三', '王建国'],
        ['李四', '王建国'],
        ['赵五', '王建国'],
      ],
    ],
    [
      'customerName',
      [
        ['宏达建材', '金桥商贸'],
        ['顺达路桥', '金桥商贸'],
        ['中南置业', '金桥商贸'],
      ],
    ],
    [
      'region',
      [
        ['南京', '华东'],
        ['苏州', '华东'],
        ['广州', '华南'],
      ],
    ],
  ])('who belongs to whom is no spelling: %s', (field, list) => {
    const texts = [...list.flat(), ...list.flat()];
    expect(allSteps(listedNames([makeSheet(list)], [{ field, texts }])).size).toBe(0);
  });

  it('looks at a roster in many small steps', () => {
    const roster = Array.from({ length: 290 }, (_, index) =>
      ['工号', '员工', '岗位', '分机', '工位']
        .map((word) => `${word}${index}`)
        .concat(index % 2 === 0 ? '质控部' : '物流部'),
    );
    const steps = [...listedNames([makeSheet(roster)], columns)];
    expect(steps.length).toBeGreaterThan(20);
  });
});

type Text = { readonly zh: string; readonly en: string };

/** An input of one scheme that another one of the family asks for in the same sense, so that its value is carried over. */
export type Link = {
  /** The inputs that correspond, by scheme; their values are spelled alike. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Why they may be taken as the same. It is the editor who matches them. */
  readonly because: Text;
};

/** Inputs of a scheme that look like those of others and are not: why they must be filled in again. */
export type Apart = { readonly scheme: string; readonly inputs: readonly string[]; readonly because: Text };

export type Sister = {
  /** Whose rules they are. */
  readonly of: Text;
  /** The inputs that belong to the situation; all of them where none are named. */
  readonly asks?: readonly string[];
};

/** What the schemes of a family have in common, and what they have not. */
export type Family = {
  readonly situation: Text;
  readonly schemes: Readonly<Record<string, Sister>>;
  readonly links: readonly Link[];
  readonly apart: readonly Apart[];
};

const attendance: Family = {
  situation: {
    zh: '一名党员多次没有参加每月一次的活动。',
    en: 'A member misses the monthly activity several times.',
  },
  schemes: {
    'haicang-absence': { of: { zh: '厦门市海沧区', en: 'Haicang District, Xiamen' } },
    'haizhou-absence': { of: { zh: '连云港市海州区', en: 'Haizhou District, Lianyungang' } },
    'taiqian-theme-day': {
      of: { zh: '河南省台前县', en: 'Taiqian County, Henan' },
      asks: ['late-count', 'low-attention'],
    },
  },
  links: [
    {
      inputs: { 'haicang-absence': 'months', 'haizhou-absence': 'months' },
      because: {
        zh: '两处的活动都是每月一次，都分参加、有理由的缺席、没有理由的缺席、没有开展四种。用词不同：海沧写“特殊情况”“无故”，海州写“正当理由”“无正当理由”；怎样认定，两处都没有写。',
        en: 'Both activities are monthly, and both know attendance, absence with a reason, absence without one, and nothing held. The words differ: Haicang speaks of special circumstances, Haizhou of good reason; neither says how these are recognised.',
      },
    },
    {
      inputs: { 'haicang-absence': 'first-month', 'haizhou-absence': 'first-month' },
      because: { zh: '都是所填第一格的月份。', en: 'Both are the calendar month of the first entry.' },
    },
  ],
  apart: [
    {
      scheme: 'taiqian-theme-day',
      inputs: ['late-count'],
      because: {
        zh: '台前数的是“不能按时参加”的次数，有事请假的算不算没有写；这与“无故缺席”不是一回事，不能由逐月的记录数出来。',
        en: 'Taiqian counts how often a member does not take part in time, and does not say whether excused absence counts. That is not absence without reason, so it cannot be counted from the monthly record.',
      },
    },
    {
      scheme: 'taiqian-theme-day',
      inputs: ['low-attention'],
      because: {
        zh: '“思想重视不够”别处没有这一项。',
        en: 'No other scheme asks whether the activity was taken seriously.',
      },
    },
    {
      scheme: 'haicang-absence',
      inputs: ['months'],
      because: {
        zh: '台前只有次数，没有逐月的先后，得不出连续几个月；次数里也分不出有没有理由。',
        en: 'Taiqian has a number only, without the order of the months and without reasons, so no run of months follows from it.',
      },
    },
    {
      scheme: 'haizhou-absence',
      inputs: ['months'],
      because: {
        zh: '台前只有次数，没有逐次的先后，得不出连续几次；次数里也分不出有没有理由。',
        en: 'Taiqian has a number only, without the order of the sessions and without reasons, so no run of sessions follows from it.',
      },
    },
  ],
};

const stars: Family = {
  situation: { zh: '按标准评出几颗星。', en: 'Stars are given by standards.' },
  schemes: {
    'linjiang-stars': { of: { zh: '重庆临江建材市场', en: 'the Linjiang market, Chongqing' } },
    'shizuishan-stars': { of: { zh: '国电石嘴山发电公司', en: 'the Guodian Shizuishan power company' } },
  },
  links: [],
  apart: [
    {
      scheme: 'linjiang-stars',
      inputs: ['items-met', 'violations'],
      because: {
        zh: '临江评的是经营户，数16项标准里达到几项、违反几次；石嘴山评的是党支部，五标各打百分制的分。项数不是分数，违反标准也不是那三种否决情形。',
        en: 'Linjiang rates traders by how many of 16 standards are met and how often they are broken; Shizuishan rates Party branches by five scores out of 100. A number of standards is no score, and a breach is none of the three grounds that bar a rating.',
      },
    },
    {
      scheme: 'shizuishan-stars',
      inputs: [
        'foundation',
        'service',
        'integrity',
        'performance',
        'innovation',
        'criminal-case',
        'safety-accident',
        'leader-disciplined',
        'self-investigated',
      ],
      because: {
        zh: '石嘴山评的是党支部，五标各打百分制的分，另有三种否决情形；临江评的是经营户，只数达到几项、违反几次。项数不是分数，违反标准也不是那三种否决情形。',
        en: 'Shizuishan rates Party branches by five scores out of 100, and three grounds bar a rating; Linjiang rates traders and counts standards met and broken. A number of standards is no score, and a breach is none of the three grounds.',
      },
    },
  ],
};

const hours: Family = {
  situation: {
    zh: '一年里要达到一定的时间：服务小时、学时或培训天数。',
    en: 'A certain time is to be reached in a year: hours of service, class hours or days of training.',
  },
  schemes: {
    'kecheng-volunteer-hours': { of: { zh: '衢州市柯城区', en: 'Kecheng District, Quzhou' } },
    'xinjiang-study-hours': { of: { zh: '新疆油田公司', en: 'Xinjiang Oilfield Company' } },
    'weifang-school-floors': { of: { zh: '潍坊市', en: 'Weifang' } },
  },
  links: [],
  apart: [
    {
      scheme: 'kecheng-volunteer-hours',
      inputs: ['hours'],
      because: {
        zh: '柯城数的是志愿服务的小时，不是学习的学时，也不是到党校的天数。',
        en: 'Kecheng counts hours of voluntary service, neither class hours nor days at a school.',
      },
    },
    {
      scheme: 'kecheng-volunteer-hours',
      inputs: ['status', 'good-effect', 'serious', 'civil-servant', 'months-in-post', 'households'],
      because: {
        zh: '身份在这里分在职党员和党员干部，与油田的党员、书记、班子成员不是同一种分法；其余几项别处没有。',
        en: 'Status here tells in-service members from cadres, which is not how the oilfield tells members, secretaries and committees apart; the others do not occur elsewhere.',
      },
    },
    {
      scheme: 'xinjiang-study-hours',
      inputs: ['hours', 'online-hours'],
      because: {
        zh: '油田数的是集中学习的学时，不是志愿服务的小时；潍坊数的是天数，一天合几个学时，原文都没有写。',
        en: 'The oilfield counts hours of study in class, not of voluntary service. Weifang counts days; how many class hours make a day is not stated.',
      },
    },
    {
      scheme: 'xinjiang-study-hours',
      inputs: ['role', 'sessions'],
      because: {
        zh: '身份在这里分党员、书记和班子成员；集中培训数的是次数，潍坊数的是天数。',
        en: 'Role here tells members, secretaries and committees apart; training courses are counted by number, in Weifang by days.',
      },
    },
    {
      scheme: 'weifang-school-floors',
      inputs: ['hours-total', 'hours-core', 'studies'],
      because: {
        zh: '这是一所党校全年开课的课时和党（工）委研究的次数，不是一名党员的学时。',
        en: 'These are the class hours that a school gives in a year and how often the committee considers it, not the hours of one member.',
      },
    },
    {
      scheme: 'weifang-school-floors',
      inputs: ['days', 'online-days'],
      because: {
        zh: '潍坊数的是每名党员到校的天数；学时、小时、次数怎样折成天，原文都没有写。',
        en: 'Weifang counts the days of each member at the school; how class hours, hours or courses turn into days is not stated.',
      },
    },
  ],
};

export const families: readonly Family[] = [attendance, stars, hours];

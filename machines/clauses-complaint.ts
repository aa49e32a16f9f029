// The complaint mechanism (学员投诉受理与处理机制), clause by clause, in the product's own words. Put together with the attrition policy in clauses.ts.

export const complaintClauses = {
  'C1.1': {
    id: 'C1.1',
    kinds: ['G'],
    who: ['all'],
    text: {
      'zh-CN': '学员对培训有疑难或不满，都能依投诉机制得到及时解决，从而对本机构更加满意。',
      en: 'The complaint mechanism exists so that problems students have with their training are solved in time and students are more satisfied.',
    },
  },
  'C1.2': {
    id: 'C1.2',
    kinds: ['G'],
    who: ['all'],
    text: {
      'zh-CN': '投诉机制约束每一名员工，也适用于正在本机构学习的每一名学员。',
      en: 'The complaint mechanism holds for every member of staff and for every student in training.',
    },
  },
  'C1.3.1': {
    id: 'C1.3.1',
    kinds: ['G'],
    who: ['all'],
    text: {
      'zh-CN': '公正：投诉如何处理由查明的事实决定，不偏向学员，也不偏向员工。',
      en: 'Fair: the facts that were established decide a complaint, and neither the student nor the staff are favoured.',
    },
  },
  'C1.3.2': {
    id: 'C1.3.2',
    kinds: ['G'],
    who: ['all'],
    text: {
      'zh-CN': '及时：投诉的每一步都有时限，经办人须在时限之内办理并答复，不让学员久等。',
      en: 'Timely: every step of a complaint has its time limit, and it is dealt with and answered within that time.',
    },
  },
  'C1.3.3': {
    id: 'C1.3.3',
    kinds: ['G'],
    who: ['all'],
    text: {
      'zh-CN': '公开：投诉办到哪一步、结果怎样，投诉的学员都能及时知道。',
      en: 'Open: the student who complained is kept informed of how far the complaint has got and of its result.',
    },
  },
  'C1.3.4': {
    id: 'C1.3.4',
    kinds: ['G', 'D'],
    who: ['all'],
    text: {
      'zh-CN': '改进：定期总结办过的投诉，从中找出培训服务的薄弱之处并加以弥补，使同样的问题不再出现。',
      en: 'Improving: past complaints are reviewed regularly, weaknesses in training and service are found and mended, and the same problem is kept from coming back.',
    },
  },
  'C2.1': {
    id: 'C2.1',
    kinds: ['P'],
    who: ['front-desk', 'customer-service'],
    text: {
      'zh-CN': '受理小组由前台和客服人员担任，负责接收、登记投诉，分类后转交处理部门；最先与学员沟通、安抚情绪的也是受理小组。',
      en: 'The intake group, made up of front desk and customer service, receives, records and classifies complaints and passes them on. It is also the first to talk with the student and to calm matters.',
    },
  },
  'C2.2': {
    id: 'C2.2',
    kinds: ['P'],
    who: ['teaching', 'academic-affairs', 'marketing'],
    text: {
      'zh-CN':
        '投诉按类型归口处理：教学质量归教学部门，排课和学员管理归教务部门，招生时的宣传和承诺归市场部门，其他事项归主管该事项的部门。处理小组调查取证，拿出解决办法，并负责落实到底。',
      en: 'The handling group depends on the type of complaint: teaching quality goes to teaching, scheduling and student administration to academic affairs, recruitment promises to marketing, anything else to the department in charge of it. It investigates, gathers evidence, works out a solution and sees it through.',
    },
  },
  'C2.3': {
    id: 'C2.3',
    kinds: ['P', 'D'],
    who: ['administration', 'finance', 'student-representative'],
    text: {
      'zh-CN':
        '监督小组全程监督投诉的办理并审核结果，成员来自三方：行政主管统筹协调，财务人员核算方案成本，学员代表维护学员利益。小组还定期评估投诉机制并加以完善。',
      en: "The supervision group watches a complaint throughout and reviews the result: the administrative supervisor coordinates, finance reviews a solution's cost, the student representative looks after the student's interest. It also evaluates and improves the mechanism regularly.",
    },
  },
  'C3.1.1': {
    id: 'C3.1.1',
    kinds: ['P'],
    who: ['front-desk', 'customer-service'],
    text: {
      'zh-CN': '学员可以打电话、写邮件、当面或在线上平台投诉；各种投诉方式公布在学员容易看到的地方。',
      en: 'Students can complain by phone, by e-mail, on site or on the online platform; these channels are published where students see them.',
    },
  },
  'C3.1.2': {
    id: 'C3.1.2',
    kinds: ['R'],
    who: ['front-desk', 'customer-service'],
    text: {
      'zh-CN': '受理人员登记投诉人的姓名、联系办法和班级，以及投诉的时间和内容，并初步判定属于哪一类。',
      en: "Intake records the complainant's name, contact and class and the time and content of the complaint, and makes a first classification.",
    },
  },
  'C3.1.3': {
    id: 'C3.1.3',
    kinds: ['P'],
    who: ['front-desk', 'customer-service'],
    text: {
      'zh-CN': '登记之后，受理人员与学员核对记录是否准确，告诉学员投诉已经受理、大约何时会有答复。',
      en: 'Intake then confirms the record with the student, says that the complaint is accepted and tells when an answer can be expected.',
    },
  },
  'C3.2.1': {
    id: 'C3.2.1',
    kinds: ['P'],
    who: ['teaching', 'academic-affairs', 'marketing'],
    text: {
      'zh-CN': '投诉依类型交给负责的部门，并指定责任人；责任人自接手起1个工作日内与学员联系，细问情况。',
      en: 'By its type, the complaint is given to a responsible department and person, who contacts the student within one working day of taking it over to learn the details.',
    },
  },
  'C3.2.2': {
    id: 'C3.2.2',
    kinds: ['P', 'R'],
    who: ['teaching', 'academic-affairs', 'marketing'],
    text: {
      'zh-CN': '责任人听取学员、有关教师和其他知情人的说法，查看教学记录和课程表，收集并保存证据，把事实查清。',
      en: 'The responsible person hears the student, the teacher and others who know of the matter, consults teaching records and the timetable, and collects and keeps the evidence until the facts are clear.',
    },
  },
  'C3.2.3': {
    id: 'C3.2.3',
    kinds: ['P', 'R'],
    who: ['teaching', 'academic-affairs', 'marketing'],
    text: {
      'zh-CN': '事实查清后拟定解决方案，写明采取哪些措施、由谁负责、何日完成。',
      en: 'Once the facts are clear, a solution is drawn up that names the measures, the person responsible and the completion date.',
    },
  },
  'C3.2.4': {
    id: 'C3.2.4',
    kinds: ['P'],
    who: ['teaching', 'academic-affairs', 'marketing'],
    text: {
      'zh-CN': '解决方案须与学员商量；学员不接受的，问明还缺什么，修改后再谈，直到学员接受。',
      en: 'The solution is negotiated with the student. If it is not accepted, the handlers learn what is missing and adjust it until the student accepts.',
    },
  },
  'C3.2.5': {
    id: 'C3.2.5',
    kinds: ['P'],
    who: ['teaching', 'academic-affairs', 'marketing'],
    text: {
      'zh-CN': '解决方案按期落实；完成后2个工作日内，把结果报告受理小组和监督小组，同时告知学员，并询问是否满意。',
      en: 'The solution is carried out on time. Within two working days after that, the result goes to the intake group, the supervision group and the student, who is asked whether it is satisfactory.',
    },
  },
  'C3.3.1': {
    id: 'C3.3.1',
    kinds: ['P'],
    who: ['front-desk', 'customer-service'],
    text: {
      'zh-CN': '投诉解决以后，受理小组继续跟踪，查看措施是否真正见效。',
      en: 'After a complaint has been resolved, the intake group keeps track of whether the measures really work.',
    },
  },
} as const

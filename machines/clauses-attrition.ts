// The attrition policy (学员流失制度), clause by clause, in the product's own words. Put together with the complaint mechanism in clauses.ts.

export const attritionClauses = {
  'A1.1': {
    id: 'A1.1',
    kinds: ['G'],
    who: ['all'],
    text: {
      'zh-CN': '处理学员中途流失须有章可循。本制度规定各部门在流失管理中的分工，以期减少流失、改善教学与服务。',
      en: 'Students leaving before completion are dealt with by rule. This policy says what each department contributes, so that fewer students leave and teaching and service improve.',
    },
  },
  'A1.2': {
    id: 'A1.2',
    kinds: ['G'],
    who: ['all'],
    text: {
      'zh-CN': '流失管理制度对每一名学员和每一名教职员工有效，凡涉及学员流失的工作都按此办理。',
      en: 'The attrition policy holds for every student and every member of staff, and for all work that has to do with attrition.',
    },
  },
  'A1.3.1': {
    id: 'A1.3.1',
    kinds: ['G'],
    who: ['all'],
    text: {
      'zh-CN': '处理学员流失首先要守法：国家法律和教育培训行业的规定优先，本机构的任何做法不得与之抵触。',
      en: 'Attrition is handled lawfully: the law and the rules of the education sector come first, and no practice of the institution may conflict with them.',
    },
  },
  'A1.3.2': {
    id: 'A1.3.2',
    kinds: ['G'],
    who: ['all'],
    text: {
      'zh-CN': '重在预防：尽早发现学员可能离开的迹象，在学员作出决定之前主动沟通、改进服务。',
      en: 'Prevention comes first: signs that a student may leave are spotted early, and the institution gets in touch and improves its service before the student decides.',
    },
  },
  'A1.3.3': {
    id: 'A1.3.3',
    kinds: ['G'],
    who: ['all'],
    text: {
      'zh-CN': '流失管理贯穿整个学习期间，自报名起，至结业止；每项措施都落实到具体的责任部门或责任人。',
      en: 'Attrition is managed over the whole course of study, from enrolment to completion, and every measure has a department or person responsible for it.',
    },
  },
  'A1.3.4': {
    id: 'A1.3.4',
    kinds: ['G'],
    who: ['all'],
    text: {
      'zh-CN': '有关流失的判断和决定以留存的学员数据为凭，不凭印象；分析得出的结论用来改进做法。',
      en: 'Judgements and decisions about attrition rest on recorded student data, not on impressions, and what the analysis shows is used to improve practice.',
    },
  },
  'A2.1': {
    id: 'A2.1',
    kinds: ['I'],
    who: [],
    text: {
      'zh-CN': '学员已经报名，但在所报课程全部学完之前，与本机构的培训关系即告结束的，计为流失。',
      en: 'A student counts as lost when, after enrolling, the training relationship ends before all courses have been completed.',
    },
  },
  'A2.2.1': {
    id: 'A2.2.1',
    kinds: ['I'],
    who: [],
    text: {
      'zh-CN': '由学员一方提出的流失称为主动流失，分两种：退学，即本人决定不再学完课程；转学，即改到别的机构继续就读。',
      en: 'Attrition that the student asks for is voluntary and is of two kinds: withdrawal, where the student decides not to finish the courses, and transfer, where the student goes on learning at another institution.',
    },
  },
  'A2.2.2': {
    id: 'A2.2.2',
    kinds: ['I'],
    who: [],
    text: {
      'zh-CN':
        '并非学员主动选择的流失称为被动流失，分三种：欠费，反复催缴后超过期限仍未付清；违规违纪，经过教育没有改变；不可抗力，即遇灾害、突发重病、政策变化等而无法继续学习。',
      en: 'Attrition that the student did not choose is passive and is of three kinds: arrears still unpaid past the limit after repeated dunning; misconduct that did not change after education; and force majeure such as a disaster, sudden illness or a change of policy that makes it impossible to go on.',
    },
  },
  'A3.1.1': {
    id: 'A3.1.1',
    kinds: ['D'],
    who: ['marketing'],
    text: {
      'zh-CN': '市场部门对外宣传时，须如实讲清开设哪些课程、怎样授课、如何收费、怎样退费，不让报名者产生误解。',
      en: 'In its promotion marketing states truthfully and clearly which courses there are, how they are taught, what they cost and how fees are refunded, so that nobody enrols under a misunderstanding.',
    },
  },
  'A3.1.2': {
    id: 'A3.1.2',
    kinds: ['D', 'R'],
    who: ['marketing'],
    text: {
      'zh-CN': '市场部门收集并留存来自市场的反馈和同类机构的情况，供改进招生工作参考。',
      en: 'Marketing collects and keeps feedback from the market and information about competing institutions, for use in improving recruitment.',
    },
  },
  'A3.2.1': {
    id: 'A3.2.1',
    kinds: ['D'],
    who: ['sales'],
    text: {
      'zh-CN': '报名之前，销售人员先问明学员想学什么、期望达到什么目标，再据此推荐合适的课程。',
      en: 'Before enrolment, sales asks what the student wants to learn and hopes to achieve, and recommends a course that fits.',
    },
  },
  'A3.2.2': {
    id: 'A3.2.2',
    kinds: ['D'],
    who: ['sales'],
    text: {
      'zh-CN': '销售人员介绍课程、任课教师和学习时长，须与实际相符；做不到的不承诺，效果不夸大。',
      en: 'What sales says about the course, its teachers and its duration is true. Nothing is promised that cannot be kept, and results are not exaggerated.',
    },
  },
  'A3.2.3': {
    id: 'A3.2.3',
    kinds: ['R', 'D'],
    who: ['sales'],
    text: {
      'zh-CN': '销售部门逐项核对报名资料，确认无误后及时移交客服与教学两个部门，交接留有记录。',
      en: 'Sales checks every enrolment record for correctness and hands it over in time to teaching and customer service; the handover is recorded.',
    },
  },
  'A3.3.1': {
    id: 'A3.3.1',
    kinds: ['D'],
    who: ['teaching'],
    text: {
      'zh-CN': '每门课程都有教学大纲和授课计划，由教学部门编写并保持更新，使内容实用、教法得当。',
      en: 'Every course has a syllabus and a teaching plan, which teaching writes and keeps up to date, so that content is useful and methods suit the students.',
    },
  },
  'A3.3.2': {
    id: 'A3.3.2',
    kinds: ['D'],
    who: ['teaching'],
    text: {
      'zh-CN': '教学部门选派称职的教师，定期评估授课质量，把评估结果告诉教师本人并督促改进。',
      en: 'Teaching assigns competent teachers, assesses the quality of their teaching regularly, tells them the result and sees that they improve.',
    },
  },
  'A3.3.3': {
    id: 'A3.3.3',
    kinds: ['R'],
    who: ['teaching'],
    text: {
      'zh-CN': '教学部门为每名学员设一份学习档案，随时记载进度；学员遇到困难时，及时沟通并给予帮助。',
      en: 'Teaching keeps a learning file for each student and tracks progress in it; when a student meets difficulties, teaching gets in touch and helps.',
    },
  },
  'A3.4.1': {
    id: 'A3.4.1',
    kinds: ['D'],
    who: ['customer-service'],
    text: {
      'zh-CN': '无论报名之前还是入学以后，客服部门都与学员保持联系，有问必答。',
      en: 'Customer service stays in touch with students before and after they enrol and answers what they ask.',
    },
  },
  'A3.4.2': {
    id: 'A3.4.2',
    kinds: ['D', 'R'],
    who: ['customer-service'],
    text: {
      'zh-CN': '客服部门定期回访学员并作记录；学员的意见转交有关部门办理，客服部门跟踪到有结果为止。',
      en: 'Customer service makes regular return visits and records them. Feedback goes to the department concerned, and customer service follows it up until there is a result.',
    },
  },
  'A3.4.3': {
    id: 'A3.4.3',
    kinds: ['P', 'R'],
    who: ['customer-service'],
    text: {
      'zh-CN': '学员有离开的倾向时，客服部门尽早与其谈话、问明缘由，会同有关部门设法挽留，并记录经过和结果。',
      en: 'When a student tends to leave, customer service talks with the student early, learns the reason, organises retention with the departments concerned, and records what was done and what came of it.',
    },
  },
  'A3.5.1': {
    id: 'A3.5.1',
    kinds: ['R'],
    who: ['finance'],
    text: {
      'zh-CN': '收费标准与退费办法由财务部门制定，写明怎样缴费、什么情形可以退费、退费如何办理，并让每名学员知晓。',
      en: 'Finance lays down the fee standard and the refund policy in writing: how fees are paid, when a refund is due and how it is obtained. Every student is told.',
    },
  },
  'A3.5.2': {
    id: 'A3.5.2',
    kinds: ['R', 'D'],
    who: ['finance'],
    text: {
      'zh-CN': '每笔缴费由财务部门及时登记，账目须准确无误；有欠费的要催缴，欠费名单按期送交有关部门。',
      en: 'Finance records every payment promptly and exactly, has arrears dunned, and sends the departments concerned an arrears list at regular intervals.',
    },
  },
  'A3.5.3': {
    id: 'A3.5.3',
    kinds: ['P'],
    who: ['finance'],
    text: {
      'zh-CN': '财务部门按既定步骤退费，金额须计算无误，凭证和手续须完备。',
      en: 'Finance makes refunds by the set procedure: the amount is right and the paperwork is complete.',
    },
  },
  'A3.6.1': {
    id: 'A3.6.1',
    kinds: ['G'],
    who: ['management'],
    text: {
      'zh-CN': '流失管理制度由管理层建立和健全，各部门是否照章执行也由管理层监督。',
      en: 'Management sets up the attrition policy, completes it, and supervises whether the departments keep to it.',
    },
  },
  'A3.6.2': {
    id: 'A3.6.2',
    kinds: ['D', 'T'],
    who: ['management'],
    text: {
      'zh-CN': '管理层定期召集流失工作例会，依据数据查找原因，议定措施，协调各部门配合，并形成会议纪要。',
      en: 'Management holds regular attrition meetings that look at the data and the causes, agree on measures and coordinate the departments. Minutes are kept.',
    },
  },
  'A3.6.3': {
    id: 'A3.6.3',
    kinds: ['D'],
    who: ['management'],
    text: {
      'zh-CN': '管理层对照流失状况检视发展方向、课程产品和服务，需要改变的及时调整。',
      en: 'In the light of attrition, management reviews strategy, courses and service, and changes what needs changing.',
    },
  },
  'A4.1.1': {
    id: 'A4.1.1',
    kinds: ['D'],
    who: ['marketing'],
    text: {
      'zh-CN': '市场部门借助调研和数据弄清哪些人适合本机构的课程，招生以这些人为对象，避免日后因课程不合适而离开。',
      en: 'Through research and data, marketing finds out whom the courses suit and recruits those people, so that nobody leaves later because the course did not fit.',
    },
  },
  'A4.1.2': {
    id: 'A4.1.2',
    kinds: ['D'],
    who: ['marketing'],
    text: {
      'zh-CN': '招生材料先审后发：市场部门在发布前逐份核对，不实、夸大或有遗漏的不得使用。',
      en: 'Promotional material is reviewed before it is published: marketing checks each piece, and nothing untrue, exaggerated or incomplete is used.',
    },
  },
  'A4.2.1': {
    id: 'A4.2.1',
    kinds: ['R', 'D'],
    who: ['sales', 'customer-service'],
    text: {
      'zh-CN': '入学时手续须办齐，档案须准确。销售和客服人员与学员当面再核对一次学习需要，并给出适合个人的学习建议。',
      en: "On entry the formalities are completed and the student's file is accurate. Sales and customer service confirm the student's needs once more and give individual study advice.",
    },
  },
  'A4.2.2': {
    id: 'A4.2.2',
    kinds: ['D'],
    who: ['teaching'],
    text: {
      'zh-CN': '教学部门为新学员举办入学说明会，讲解规章、课程安排和学习方法，帮助其尽快适应。',
      en: 'Teaching holds an orientation for new students on rules, timetable and ways of learning, so that they soon find their feet.',
    },
  },
  'A4.3.1': {
    id: 'A4.3.1',
    kinds: ['D'],
    who: ['teaching'],
    text: {
      'zh-CN': '课程内容须跟上实际：教学部门参照学员意见和社会需要更新大纲与教材，并改进教法。',
      en: 'Course content is kept current: teaching updates syllabus and materials in the light of student feedback and demand, and improves its methods.',
    },
  },
  'A4.3.2': {
    id: 'A4.3.2',
    kinds: ['D'],
    who: ['teaching'],
    text: {
      'zh-CN': '教学部门定期安排教师进修，并对教师进行考核，学员是否满意列为考核内容。',
      en: 'Teaching trains its teachers regularly and appraises them; student satisfaction is among the criteria.',
    },
  },
  'A4.3.3': {
    id: 'A4.3.3',
    kinds: ['D', 'R'],
    who: ['teaching'],
    text: {
      'zh-CN': '教师跟踪并记录每名学员的进度和成效，定期与学员交流，跟不上的及时辅导，必要时调整进度或教法。',
      en: "Teachers track and record each student's progress and results, talk with the student regularly, help those who fall behind, and adjust pace or method where needed.",
    },
  },
  'A4.4.1': {
    id: 'A4.4.1',
    kinds: ['P'],
    who: ['customer-service'],
    text: {
      'zh-CN': '学员提出的每一件投诉或建议，客服部门都要跟进到底，并把结果答复本人。',
      en: 'Customer service follows up every complaint and every suggestion to the end and tells the student the result.',
    },
  },
  'A4.4.2': {
    id: 'A4.4.2',
    kinds: ['D', 'R'],
    who: ['customer-service'],
    text: {
      'zh-CN': '客服部门定期通过书面问卷、电话或面谈了解学员是否满意，分析所得意见，提出改进措施并留存记录。',
      en: 'Customer service regularly surveys student satisfaction by form, by phone or in person, analyses the answers, draws up measures and keeps the record.',
    },
  },
  'A4.4.3': {
    id: 'A4.4.3',
    kinds: ['D'],
    who: ['customer-service'],
    text: {
      'zh-CN': '客服部门组织学员活动，增进学员彼此之间以及与本机构之间的联系。',
      en: 'Customer service organises student activities that bring students closer to each other and to the institution.',
    },
  },
  'A5.1.1': {
    id: 'A5.1.1',
    kinds: ['I'],
    who: ['data'],
    text: {
      'zh-CN': '流失率以百分比表示，等于流失的学员数除以报名的学员总数。流失率分期统计，并观察各期走势。',
      en: 'The attrition rate is the number of students lost divided by the number of students enrolled, as a percentage. It is computed per period and its trend is watched.',
    },
  },
  'A5.1.2': {
    id: 'A5.1.2',
    kinds: ['I'],
    who: ['data'],
    text: {
      'zh-CN': '主动流失率由退学率与转学率两项组成，各以该类流失的学员数除以报名的学员总数得出。',
      en: 'The voluntary attrition rate consists of the withdrawal rate and the transfer rate, each being the students lost in that way divided by all students enrolled.',
    },
  },
  'A5.1.3': {
    id: 'A5.1.3',
    kinds: ['I'],
    who: ['data'],
    text: {
      'zh-CN': '被动流失率由三项组成，即因欠费、因违规违纪、因不可抗力而流失的比率，各以该类流失的学员数除以报名的学员总数得出。',
      en: 'The passive attrition rate consists of the rates for arrears, for discipline and for force majeure, each being the students lost in that way divided by all students enrolled.',
    },
  },
  'A5.1.4': {
    id: 'A5.1.4',
    kinds: ['I'],
    who: ['data'],
    text: {
      'zh-CN': '课程分为基础、进阶、结业等阶段，流失的人数与比率按阶段分别统计，以便看出学员最易在何时离开。',
      en: 'Numbers and rates of attrition are kept for each course stage (basic, advanced, completion), to show when students are most likely to leave.',
    },
  },
  'A5.2.1': {
    id: 'A5.2.1',
    kinds: ['R'],
    who: ['marketing', 'sales', 'teaching', 'customer-service', 'finance'],
    text: {
      'zh-CN':
        '各部门定期提交本部门掌握的数据：市场部门提交招生线索与咨询，销售部门提交报名与跟进，教学部门提交进度与考勤，客服部门提交沟通记录与调查结果，财务部门提交缴费与欠费。',
      en: 'Each department regularly delivers its data: marketing leads and inquiries, sales enrolments and follow-ups, teaching progress and attendance, customer service contacts and survey results, finance payments and arrears.',
    },
  },
  'A5.2.2': {
    id: 'A5.2.2',
    kinds: ['D', 'T'],
    who: ['data'],
    text: {
      'zh-CN': '数据由专人负责清理、汇总和分析，查明流失与课程、教学、服务、收费以及时间各有何关联，并向管理层报告。',
      en: 'One post is responsible for cleaning, combining and analysing the data: how attrition relates to course, teaching quality, service, fees and time. The findings are reported to management.',
    },
  },
  'A5.3.1': {
    id: 'A5.3.1',
    kinds: ['W'],
    who: ['data'],
    text: {
      'zh-CN':
        '每项流失指标都设预警线，数值由本机构确定；一旦达到即发出预警。例如：流失率连续两周高于预警线，或者某个阶段的流失率骤升，升幅超过预警线。',
      en: 'Each attrition indicator has a threshold set by the institution, and reaching it raises a warning. Examples are a rate above the threshold two weeks running, or the rate of one course stage jumping by more than the threshold.',
    },
  },
  'A5.3.2': {
    id: 'A5.3.2',
    kinds: ['W', 'P'],
    who: ['customer-service', 'teaching', 'marketing', 'sales', 'finance'],
    text: {
      'zh-CN':
        '收到预警后五个部门分头查找原因：客服部门找可能离开的学员谈话，教学部门检查教学，市场部门检查招生，销售部门检查与学员的沟通，财务部门核对收费。随后共同商定挽留措施，并按时落实。',
      en: 'On a warning, five departments each look for the cause in their own part: customer service talks to students at risk, teaching reviews teaching, marketing the recruitment, sales its communication, finance the fees. They then agree on retention measures and carry them out in time.',
    },
  },
  'A6.1.1': {
    id: 'A6.1.1',
    kinds: ['P'],
    who: ['customer-service'],
    text: {
      'zh-CN': '学员要求退学的，填写退学申请表交给客服部门，写明退学的原因和希望退学的日期。',
      en: 'A student who wishes to withdraw fills in the withdrawal form, with the reason and the date wished for, and gives it to customer service.',
    },
  },
  'A6.1.2': {
    id: 'A6.1.2',
    kinds: ['P'],
    who: ['customer-service', 'finance', 'management'],
    text: {
      'zh-CN': '收到退学申请，客服部门先核对身份和报名情况，确认申请属实；财务部门再核查缴费和欠费。两步都通过后，报管理层审批。',
      en: "On a withdrawal application, customer service first checks the student's identity and enrolment and that the application is genuine. Finance then checks payments and arrears, and only after both does it go to management.",
    },
  },
  'A6.1.3': {
    id: 'A6.1.3',
    kinds: ['P'],
    who: ['management', 'customer-service'],
    text: {
      'zh-CN':
        '退学须经管理层批准。批准后，客服部门告诉学员审批结果、接下来怎样办手续、需要注意什么，并通知各部门：教学部门停止排课，市场部门变更该学员的状态。',
      en: "Management decides on the withdrawal. Once it is approved, customer service tells the student so, with the formalities and what to mind, and informs the departments: teaching stops scheduling, marketing updates the student's status.",
    },
  },
  'A6.1.4': {
    id: 'A6.1.4',
    kinds: ['P'],
    who: ['finance', 'teaching', 'customer-service'],
    text: {
      'zh-CN': '财务部门按已缴金额和退费办法算出应退款项并支付；然后教学部门与学员交接学习资料，封存档案；最后客服部门回访，并作记录。',
      en: 'Finance works out the refund from what was paid and the refund policy, and pays it. Then teaching completes the handover of learning materials and seals the learning file; last, customer service makes a return visit and records it.',
    },
  },
  'A6.2.1': {
    id: 'A6.2.1',
    kinds: ['P'],
    who: ['customer-service'],
    text: {
      'zh-CN': '学员要求转学的，填写转学申请表交给客服部门，写明为何转学、准备转到哪家机构。',
      en: 'A student who wishes to transfer fills in the transfer form, with the reason and the receiving institution, and gives it to customer service.',
    },
  },
  'A6.2.2': {
    id: 'A6.2.2',
    kinds: ['P'],
    who: ['customer-service', 'finance', 'management'],
    text: {
      'zh-CN': '收到转学申请，客服部门核对身份和报名情况，同时向接收机构询问是否同意接收；财务部门核查缴费；均通过后报管理层审批。',
      en: "On a transfer application, customer service checks the student's identity and enrolment and at the same time asks the receiving institution whether it accepts the student. Finance then checks payments; once all is in order, the application goes to management.",
    },
  },
  'A6.2.3': {
    id: 'A6.2.3',
    kinds: ['P'],
    who: ['customer-service', 'teaching'],
    text: {
      'zh-CN': '转学获准后，客服部门告知学员并协助办理手续；教学部门出具学习证明，并提供进度和成绩记录，便于学员在接收机构续学。',
      en: 'When a transfer is approved, customer service tells the student and helps with the formalities. Teaching issues a study certificate and a record of progress and grades, so that the student can carry on at the receiving institution.',
    },
  },
  'A6.2.4': {
    id: 'A6.2.4',
    kinds: ['P', 'R'],
    who: ['customer-service'],
    text: {
      'zh-CN': '学员转出后，客服部门定期回访，询问在接收机构的就读情形，并将有关资料存档，供日后分析。',
      en: 'After a transfer, customer service follows up regularly on how the student is getting on at the receiving institution, and files the data for later analysis.',
    },
  },
  'A6.3.1a': {
    id: 'A6.3.1a',
    kinds: ['P', 'D'],
    who: ['finance', 'customer-service'],
    text: {
      'zh-CN': '财务部门定期列出欠费名单交客服部门；客服部门以电话、短信或电子邮件催缴，写明欠多少、何日之前补缴、逾期会有什么后果。',
      en: 'Finance regularly gives customer service the arrears list. Customer service sends a dunning notice by phone, text message or e-mail, stating the amount, the deadline and the consequence of missing it.',
    },
  },
  'A6.3.1b': {
    id: 'A6.3.1b',
    kinds: ['P'],
    who: ['customer-service'],
    text: {
      'zh-CN': '到期没有缴清的，客服部门继续催缴，问明难处，视情形提供分期缴费或减免等办法，并着重说明一直不缴可能导致退学。',
      en: 'Where the deadline passes unpaid, customer service duns again, learns the reason, offers instalments or a concession as the case allows, and stresses that dismissal may follow.',
    },
  },
  'A6.3.1c': {
    id: 'A6.3.1c',
    kinds: ['P'],
    who: ['finance', 'management', 'customer-service', 'teaching'],
    text: {
      'zh-CN':
        '最后期限已过仍有欠费，且符合退学条件的，由财务部门报管理层审批。批准后依退学手续办理：客服部门通知学员，教学部门停课，财务部门结算时从应退款中扣除欠费。',
      en: 'When the final deadline has passed and fees are still owed, finance submits the dismissal to management. Once approved, the withdrawal formalities follow: customer service tells the student, teaching stops, and finance deducts the arrears in the settlement.',
    },
  },
  'A6.3.2a': {
    id: 'A6.3.2a',
    kinds: ['P'],
    who: ['all'],
    text: {
      'zh-CN': '任何员工发现学员有违规违纪行为，都应及时记录何时、何地、发生何事，交教学部门处理。',
      en: 'Any member of staff who notices misconduct by a student promptly records when and where it happened and what was done, and passes the record to teaching.',
    },
  },
  'A6.3.2b': {
    id: 'A6.3.2b',
    kinds: ['P'],
    who: ['teaching'],
    text: {
      'zh-CN':
        '教学部门与违规违纪的学员进行教育谈话，讲明问题的性质和后果，请其承认过错、保证改正，并将情况告知客服部门；有监护人的，一并告知监护人。',
      en: 'Teaching holds an education talk with the student: the nature and consequences of the misconduct are named, the student is asked to acknowledge the fault and promise to improve. Customer service and the guardian, if there is one, are told.',
    },
  },
  'A6.3.2c': {
    id: 'A6.3.2c',
    kinds: ['P'],
    who: ['teaching', 'management'],
    text: {
      'zh-CN': '学员受过教育仍无改进的，教学部门可以建议退学，写明依据哪条规定，报管理层审批。',
      en: 'If there is no improvement after the education talk, teaching may propose dismissal, naming the rule it rests on, and submits the proposal to management.',
    },
  },
  'A6.3.2d': {
    id: 'A6.3.2d',
    kinds: ['P'],
    who: ['finance', 'teaching'],
    text: {
      'zh-CN': '因违规违纪退学获批后，依退学手续办理：应退费用由财务部门结清，学习档案由教学部门封存。',
      en: 'Once a dismissal for misconduct is approved, the withdrawal formalities follow: finance settles the refund and teaching seals the learning file.',
    },
  },
  'A6.3.3a': {
    id: 'A6.3.3a',
    kinds: ['P'],
    who: ['customer-service'],
    text: {
      'zh-CN': '学员因不可抗力申请退学的，附上诊断书、官方文件等证明。客服部门查验证明，属实的直接报管理层审批，之前不经财务审核。',
      en: 'A student who has to leave through force majeure applies with proof, such as a diagnosis or an official document. Customer service verifies the proof and passes the application straight to management, with no finance review before the decision.',
    },
  },
  'A6.3.3b': {
    id: 'A6.3.3b',
    kinds: ['P'],
    who: ['management', 'customer-service', 'finance', 'teaching'],
    text: {
      'zh-CN':
        '不可抗力申请由管理层视具体情形决定，同意的依退学手续办理。本机构可酌情给予关怀，例如代为保管学习资料、允许日后以优惠条件返校。',
      en: 'Management decides on the force-majeure application in the light of the circumstances; if it agrees, the withdrawal formalities follow. The institution may offer humane help, such as keeping learning materials or a later return at preferential terms.',
    },
  },
  'A7.1.1': {
    id: 'A7.1.1',
    kinds: ['T'],
    who: ['all'],
    text: {
      'zh-CN': '每到季末或年末，各部门用本部门的资料写出流失分析报告，内容包括整体状况、各种原因所占比重以及典型案例。',
      en: "At the end of each quarter or year, every department writes an attrition report from its own data, with the overall picture, each cause's share and typical cases.",
    },
  },
  'A7.1.2': {
    id: 'A7.1.2',
    kinds: ['T', 'D'],
    who: ['management'],
    text: {
      'zh-CN':
        '管理层主持流失总结会，各部门负责人在会上报告本部门的分析，共同探究课程、教学、服务、宣传、收费等方面的根本原因，并记录结论。',
      en: 'Management chairs a review meeting at which the heads of department report their analyses and the root causes in courses, teaching, service, promotion and fees are discussed. The conclusions are recorded.',
    },
  },
} as const

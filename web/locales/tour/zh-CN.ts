// The words of the tour in Chinese. Fetched with the first page that needs them.
export const tourZhCN = {
  nth: '{{n}} / {{all}}',
  next: '下一步',
  back: '上一步',
  skip: '跳过',
  end: '知道了',
  stop: {
    worklist: {
      title: '待办：今天先做什么',
      text: '轮到您或本部门的案件都在这里，逾期的排在最前。打开案件，“当前办理”里会说明现在能做什么。',
    },
    open: { title: '立案', text: '学员提出申请或发现情况时从这里开始，表单只问需要的内容。' },
    approvals: { title: '审批：等您决定的事项', text: '每件都列明决定什么、涉及多少钱、有哪些凭据，也能看到以往类似的决定。' },
    overview: { title: '总览', text: '案件停在哪一步、停了多久、谁手上有多少；点任一数字查看对应的案件。' },
    arrears: { title: '欠费名单', text: '欠费的报名集中在这里，可以选中多名学员逐一立案催缴。' },
    notices: { title: '通知', text: '期限临近、案件转到本部门或有人提到您时，会在这里通知。' },
    handbook: { title: '制度手册', text: '每项流程的步骤、期限、条款，以及谁可以做什么，都可以查找。' },
    records: { title: '资料', text: '校区、学员与报名，以及期限和参数。每项参数旁都说明它影响哪些步骤。' },
    firstSteps: { title: '开始使用', text: '新机构从这里起步：校区、人员、参数、学员，页面上方会一直提示下一步，直到全部完成。' },
    people: { title: '人员', text: '逐个添加或用表格批量导入，在这里更改角色、停用账号、重设密码。' },
    replay: { title: '回放核验', text: '全部案件都在这里。打开任一件，点“回放核验”：逐步重演经过，并核对每条记录未被改动。' },
    audit: { title: '审计', text: '按人员、事件、阶段和时间查找全部历史；也可以抽取一批案件审计，记下发现的问题。' },
    menu: { title: '您的菜单', text: '更换外观、查看帮助、再看一遍这个导览，或退出登录。' },
  },
}

// The words of the help page in Chinese. Fetched with the first page that needs them.
export const helpZhCN = {
  title: '帮助',
  lead: '怎样开始、怎样操作、找谁、数据在哪里。',
  begin: '从哪里开始',
  beginText: '“待办”列出轮到您的案件，打开后“当前办理”会说明现在能做什么、为什么还不能做。每个步骤的期限与条款都写在制度手册里。',
  keysTitle: '键盘操作',
  keys: {
    tab: '移到下一个可以操作的地方，按住 Shift 往回；页面开头可以直接跳到正文',
    enter: '打开链接或按下按钮；流程图中查看所选步骤',
    escape: '关闭对话框、抽屉或导览',
    arrows: '在选项、标签和流程图中移动',
    wheel: '按住并滚动滚轮，放大或缩小流程图',
    list: '显示待办列表等处的快捷键',
  },
  print: '任何页面都可以打印：导航和按钮不会印出，深色外观也按白底黑字打印。',
  contact: '联系谁',
  administrators: '账号、权限与参数由系统管理员管理：{{names}}。',
  data: '数据在哪里',
  dataLine: {
    server: '全部数据保存在本机构自己的服务器上，不发送到其他地方。备份由系统管理员负责。',
    personal: '姓名、联系方式等个人信息与案件流程分开保存，可以依法删除，不影响案件的核验。',
    history: '每一步都记入不可悄悄更改的历史，任何人都不能修改或删除，只能更正，更正也有记录。',
    browser: '本浏览器只保存语言、外观等偏好和登录凭证；正在填写、尚未提交的内容也只在本浏览器里。',
  },
}

export default {
  not_found: '记录不存在，或者属于其他组织。',
  not_allowed: '当前角色无权执行这一步。',
  changed_meanwhile: '期间有人更改了内容。查看最新内容后，再执行刚才的操作。',
  already_done: '同一表单已经提交过，操作早已完成。',
  api: {
    sign_in: '请先登录：此地址需要已登录用户的会话。',
    not_json: '请发送一个 JSON 对象，并注明相应的内容类型。',
    too_large: '请求内容过大。',
  },
  notFound: {
    title: '页面不存在',
    body: '地址可能有误，或者记录属于其他组织、已被移除。',
    action: '回到我的工作',
  },
  forbidden: {
    title: '当前角色无权操作',
    body: '需要相应角色时，请联系本组织的管理员；也可以返回有权查看的页面。',
    action: '回到我的工作',
  },
  conflict: {
    title: '记录已被他人更改',
    body: '打开页面之后，有人更改了这条记录。重新打开查看最新内容，再执行刚才的操作。',
    action: '重新打开',
  },
  expired: {
    title: '链接已失效',
    body: '链接已过期、已使用或已撤回。较新的邮件里可能有新的链接；没有的话，请向发件人索取。',
    action: '前往登录',
  },
  signedOut: {
    title: '登录已过期',
    body: '请登录后重新操作。',
    action: '登录',
    kept: '提交时登录已过期。已填内容保留在此页：请在新标签页登录，再回到这里重新提交。',
    files: '所选文件无法保留，表单要求时请重新选择。',
    signIn: '在新标签页登录',
    send: '重新提交',
  },
  invalid: {
    title: '无法识别这次请求',
    body: '地址或表单内容与预期不符。返回后重试，已填内容仍会保留。',
    action: '返回',
  },
  tooMany: {
    title: '尝试过于频繁',
    body: '等待一分钟后再试。',
    action: '重试',
  },
  unavailable: {
    title: '暂时无法使用',
    body: '数据库或部分服务没有响应。已保存的内容不会丢失，稍后再试。',
    action: '重试',
  },
  unexpected: {
    title: '系统出错',
    body: '刚才的操作没有执行。请重试；如再次失败，把下面的请求编号告诉管理员。',
    action: '重试',
  },
  offline: {
    title: '网络未连接',
    body: '无法连接服务器。检查网络后重试，已保存的内容不会丢失。',
    action: '重试',
  },
  request: '请求编号',
}

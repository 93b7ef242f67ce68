export default {
  title: '协议',
  consent: '本人{{name}}（{{role}}）有权代表所属一方签署编号为{{number}}的协议，已阅读所示摘要值对应的文本，并以电子方式签署。',
  exists_already: '该合作事项已有协议。',
  decision_lapsed: '批准已满十二个月，自动失效，请重新评估。',
  not_approved: '该供应商尚未就此合作事项获批。',
  not_a_draft: '只有草稿可以修改。',
}

export default {
  required: 'Please fill this in.',
  too_short: 'At least {{min}} characters, please.',
  too_long: 'At most {{max}} characters; please shorten it.',
  too_small: 'Must be {{min}} or more.',
  too_large: 'Must be {{max}} or less.',
  number: 'Please enter a number.',
  whole_number: 'Please enter a whole number.',
  date: 'This date does not exist. Write it as 2026-11-24.',
  email: 'This is not an e-mail address. Example: li.na@company.cn',
  choice: 'Please choose one of the options.',
  end_before_start: 'The end must come after the start.',
  check: 'Please check the marked fields. Nothing you typed was lost.',
} as const

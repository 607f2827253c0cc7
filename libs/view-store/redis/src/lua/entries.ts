/** From a row to its places in indexes and tallies. Needs `selections` of the build. */
export const ENTRIES = `
local function tagsOf(head)
  local tags = {}
  for tag in head:gmatch('\\31([^\\31]*)') do tags[#tags + 1] = tag end
  return tags
end

-- Does work for every selection, with the entry of a row in its index (false where a tag has no value: nobody asks for that).
local function forSelections(youth, key, head, work)
  if head:sub(1, 4) == '0000' then return end
  local tags = tagsOf(head)
  local member = head:sub(5, 8) .. youth .. '\\0' .. key .. '\\0' .. head:sub(9, 16)
  for number, selection in ipairs(selections) do
    local values, isNamed = {}, true
    for i, tag in ipairs(selection) do
      values[i] = tags[tag]
      if values[i] == '' then isNamed = false end
    end
    work(number .. ':' .. table.concat(values, '\\31'), isNamed and member)
  end
end

local months = {}
-- From the number of a day, counted from 1899-12-31, to that of its month (http://howardhinnant.github.io/date_algorithms.html).
local function monthOf(day)
  local known = months[day]
  if known then return known end
  local z = tonumber(day, 36) - 25568 + 719468
  local era = math.floor(z / 146097)
  local doe = z - era * 146097
  local yoe = math.floor((doe - math.floor(doe / 1460) + math.floor(doe / 36524) - math.floor(doe / 146096)) / 365)
  local mp = math.floor((5 * (doe - (365 * yoe + math.floor(yoe / 4) - math.floor(yoe / 100))) + 2) / 153)
  local month = mp < 10 and mp + 3 or mp - 9
  known = (yoe + era * 400 + (month <= 2 and 1 or 0)) * 12 + month
  months[day] = known
  return known
end

local tallies = {}
local function note(name, day, delta)
  local tally = tallies[name]
  if not tally then tally = { days = {}, months = {} }; tallies[name] = tally end
  local month = monthOf(day)
  tally.days[day] = (tally.days[day] or 0) + delta
  tally.months[month] = (tally.months[month] or 0) + delta
end
local function count(name, head, times)
  note(name, head:sub(9, 12), times)
  if head:sub(13, 16) ~= 'zzzz' then note(name, head:sub(13, 16), -times) end
end

local ends = {}
local function countEnd(head, times)
  local year = head:sub(1, 4)
  if year ~= '0000' then ends[year] = (ends[year] or 0) + times end
end
`;

import { SELECTION } from './selection.js';

/** Gives `counted`, then the values of a combination and its number of rows in turn. From tallies where they have all tags that are asked for. */
export const COUNT = `${SELECTION}
local counts = state.counts or {}
local function add(key, number)
  if number ~= 0 then counts[key] = (counts[key] or 0) + number end
end
local function answer()
  local answer = {'counted'}
  for key, number in pairs(counts) do
    answer[#answer + 1] = key
    answer[#answer + 1] = number
  end
  return answer
end

-- The smallest selection that knows all tags; nil when there is none.
local tally, position = nil, nil
for number, selection in ipairs(selections) do
  local places, coversAll = {}, true
  for i, tag in ipairs(selection) do places[tag] = i end
  for _, part in ipairs(query.filter) do if not places[part.tag] then coversAll = false end end
  for _, tag in ipairs(query.by) do if not places[tag] then coversAll = false end end
  if coversAll and (not tally or #selection < #selections[tally]) then tally, position = number, places end
end

local function holding(name)
  local sum, months = 0, redis.call('HGETALL', base .. ':m:' .. name)
  for i = 1, #months, 2 do if tonumber(months[i]) < query.month then sum = sum + tonumber(months[i + 1]) end end
  for _, delta in ipairs(redis.call('HMGET', base .. ':d:' .. name, unpack(query.days))) do sum = sum + (tonumber(delta or 0) or 0) end
  return sum
end

-- Whether every tag of a selection has a value that is asked for, so that the combinations need not be looked up.
local function isNamed(selection)
  for _, tag in ipairs(selection) do if not wantedOf[tag] then return false end end
  return true
end

if tally then
  local selection = selections[tally]
  local combinations = isNamed(selection) and combinationsOf(selection) or redis.call('SMEMBERS', base .. ':t:' .. tally)
  for _, combination in ipairs(combinations) do
    local values, isAsked = {}, true
    for value in (combination .. '\\31'):gmatch('([^\\31]*)\\31') do values[#values + 1] = value end
    for i, tag in ipairs(selection) do if isWanted[tag] and not isWanted[tag][values[i]] then isAsked = false end end
    if isAsked then
      local key = {}
      for i, tag in ipairs(query.by) do key[i] = values[position[tag]] end
      add(table.concat(key, '\\31'), holding(tally .. ':' .. combination))
    end
  end
  return answer()
end

local function combined(tags)
  local values = {}
  for i, tag in ipairs(query.by) do values[i] = tags[tag] end
  return table.concat(values, '\\31')
end

local function keyOf(member)
  local tags = (#others > 0 or #query.by > 0) and tagsOf(member)
  if tags and not matches(tags) then return nil end
  return combined(tags)
end

if not lead then
  local on = walk(function(_, tags) add(combined(tags), 1) end)
  if on then return {'on', cjson.encode({ range = 1, min = on, counts = counts, seq = state.seq })} end
end

for number = state.range, #(ranges or {}) do
  local range = ranges[number]
  local min, members = state.min or first, nil
  state.min = nil
  repeat
    if tooMuch() then return {'on', cjson.encode({ range = number, min = min, counts = counts, seq = state.seq })} end
    members = batchOf(range, min, '+', 1000)
    for _, member in ipairs(members) do
      local key = holds(member) and keyOf(member)
      if key then add(key, 1) end
    end
    if #members > 0 then min = '(' .. members[#members] end
  until #members < 1000
end
return answer()
`;

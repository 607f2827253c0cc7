/**
 * What `FIND` and `COUNT` share. KEYS[1] is the build; ARGV: its tags as JSON, the query as JSON, where to go on.
 *
 * Texts are compared byte by byte: Lua's own comparison follows the locale in which the server was started.
 */
const SELECTION = `
local base = KEYS[1]
local about = redis.call('HMGET', base, 'tags', 'seq')
if about[1] ~= ARGV[1] then return {'gone'} end
local query = cjson.decode(ARGV[2])
local state = ARGV[3] ~= '' and cjson.decode(ARGV[3]) or { range = 1 }
if state.seq and state.seq ~= about[2] then return {'changed'} end
state.seq = about[2]
local CLASSES = { 0, 1, 2, 3, 4, 5, 6, 7 }

local function indexKey(class, number, value)
  local all = base .. ':i:' .. class
  return number and all .. ':' .. number .. ':' .. value or all
end

local function sizeOf(part)
  local size = 0
  for _, value in ipairs(part.values) do
    for _, class in ipairs(CLASSES) do size = size + redis.call('ZCARD', indexKey(class, part.tag, value)) end
  end
  return size
end

-- The tag with the fewest rows leads; the others are looked up row by row.
local lead, smallest
for _, part in ipairs(query.filter) do
  local size = #query.filter > 1 and sizeOf(part) or 0
  if not lead or size < smallest then lead, smallest = part, size end
end
local others = {}
for _, part in ipairs(query.filter) do
  if part ~= lead then
    local wanted = {}
    for _, value in ipairs(part.values) do wanted[value] = true end
    others[#others + 1] = { tag = part.tag, wanted = wanted }
  end
end

-- An end of four digits follows the place of a row, and sorts before '~'.
local first = query.after and '(' .. query.after .. '~' or '[' .. query.newest
local ranges = {}
local function addRanges(value)
  for _, class in ipairs(CLASSES) do
    ranges[#ranges + 1] = { key = indexKey(class, lead and lead.tag, value), open = class == 0, value = value, last = query.earliest[class + 1] .. '\\255' }
  end
end
if lead then for _, value in ipairs(lead.values) do addRanges(value) end else addRanges() end

local function valueOf(member)
  local stop = member:find('\\0', 5, true)
  return redis.call('HGET', base .. ':y:' .. member:sub(5, stop - 1), member:sub(stop + 1, -6))
end

local visited = 0
-- Looking a row up costs as much as looking at some entries.
local LOOK_UP = 5

-- Captures the tags that are asked for from the head of a row, up to the last of them.
local needed, asked, pattern = {}, {}, '^[^\\31\\n]*'
for _, other in ipairs(others) do needed[other.tag] = true end
for _, tag in ipairs(query.by or {}) do needed[tag] = true end
for tag in pairs(needed) do asked[#asked + 1] = tag end
table.sort(asked)
for tag = 1, asked[#asked] or 0 do
  pattern = pattern .. (needed[tag] and '\\31([^\\31\\n]*)' or '\\31[^\\31\\n]*')
end

local function tagsOf(member)
  visited = visited + LOOK_UP
  local captured, tags = { valueOf(member):match(pattern) }, {}
  for i, tag in ipairs(asked) do tags[tag] = captured[i] end
  return tags
end

local function matches(tags)
  for _, other in ipairs(others) do if not other.wanted[tags[other.tag]] then return false end end
  return true
end

local function holds(range, member) return range.open or tonumber(member:sub(-4), 36) > query.asOf end

local function batchOf(range, min, last, size)
  local members = redis.call('ZRANGEBYLEX', range.key, min, last, 'LIMIT', 0, size)
  visited = visited + #members
  return members
end
local function tooMuch() return query.budget > 0 and visited >= query.budget end
`;

/** One page: the first rows of each range, merged. Gives `found`, whether there is more, then entry and row in turn. */
export const FIND = `${SELECTION}
local most = query.limit + 1
local candidates = state.candidates or {}

local function less(a, b)
  for i = 1, math.min(#a, #b) do
    local x, y = a:byte(i), b:byte(i)
    if x ~= y then return x < y end
  end
  return #a < #b
end

local kept = 0
local function keepBest()
  if #candidates == kept then return end
  table.sort(candidates, less)
  for i = #candidates, most + 1, -1 do candidates[i] = nil end
  kept = #candidates
end

-- What lies behind a full page is of no use any more.
local function lastOf(range)
  local worst = candidates[most]
  if worst and less(worst, range.last) then return '(' .. worst end
  return '[' .. range.last
end

local size = math.min(math.max(most, 64), 1000)
for number = state.range, #ranges do
  local range = ranges[number]
  local min, found = state.min or first, 0
  state.min = nil
  keepBest()
  local last = lastOf(range)
  repeat
    if tooMuch() then
      return {'on', cjson.encode({ range = number, min = min, candidates = candidates, seq = state.seq })}
    end
    local members = batchOf(range, min, last, size)
    for _, member in ipairs(members) do
      if found < most and holds(range, member) and (#others == 0 or matches(tagsOf(member))) then
        candidates[#candidates + 1] = member
        found = found + 1
      end
    end
    if #members > 0 then min = '(' .. members[#members] end
  until #members < size or found >= most
end
keepBest()

local answer = {'found', #candidates > query.limit and 1 or 0}
for i = 1, math.min(query.limit, #candidates) do
  answer[#answer + 1] = candidates[i]
  answer[#answer + 1] = valueOf(candidates[i])
end
return answer
`;

/** Gives `counted`, then the values of a combination and its number of rows in turn. */
export const COUNT = `${SELECTION}
local counts = state.counts or {}
local needsRows = #others > 0
for _, tag in ipairs(query.by) do if not lead or tag ~= lead.tag then needsRows = true end end

local function add(key, number)
  if number > 0 then counts[key] = (counts[key] or 0) + number end
end

local function keyOf(range, member)
  local tags = needsRows and tagsOf(member)
  if tags and not matches(tags) then return nil end
  local values = {}
  for i, tag in ipairs(query.by) do values[i] = tags and tags[tag] or range.value end
  return table.concat(values, '\\31')
end

for number = state.range, #ranges do
  local range = ranges[number]
  local min, last = state.min or first, '[' .. range.last
  state.min = nil
  if range.open and not needsRows then
    add(keyOf(range), redis.call('ZLEXCOUNT', range.key, min, last))
  else
    local members
    repeat
      if tooMuch() then return {'on', cjson.encode({ range = number, min = min, counts = counts, seq = state.seq })} end
      members = batchOf(range, min, last, 1000)
      for _, member in ipairs(members) do
        local key = holds(range, member) and keyOf(range, member)
        if key then add(key, 1) end
      end
      if #members > 0 then min = '(' .. members[#members] end
    until #members < 1000
  end
end

local answer = {'counted'}
for key, number in pairs(counts) do
  answer[#answer + 1] = key
  answer[#answer + 1] = number
end
return answer
`;

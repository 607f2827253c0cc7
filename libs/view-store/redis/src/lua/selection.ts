/**
 * Which rows a list or count is about: what `FIND` and `COUNT` share. KEYS[1] is the build; ARGV: its tags as JSON, the query as JSON, where to go on.
 *
 * Texts are compared byte by byte: Lua's own comparison follows the locale in which the server was started.
 */
export const SELECTION = `
local base = KEYS[1]
local about = redis.call('HMGET', base, 'tags', 'seq', 'selections')
if about[1] ~= ARGV[1] then return {'gone'} end
local query = cjson.decode(ARGV[2])
local state = ARGV[3] ~= '' and cjson.decode(ARGV[3]) or { range = 1 }
if state.seq and state.seq ~= about[2] then return {'changed'} end
state.seq = about[2]
local selections = cjson.decode(about[3])
local wantedOf, isWanted = {}, {}
for _, part in ipairs(query.filter) do
  wantedOf[part.tag] = part.values
  isWanted[part.tag] = {}
  for _, value in ipairs(part.values) do isWanted[part.tag][value] = true end
end

local years = {}
for _, year in ipairs(redis.call('HKEYS', base .. ':ends')) do
  if tonumber(year) >= query.year then years[#years + 1] = tonumber(year) end
end
table.sort(years, function(a, b) return a > b end)

-- All ways in which rows of the selection can have what is asked for.
local function combinationsOf(selection)
  local all = {''}
  for i, tag in ipairs(selection) do
    local longer = {}
    for _, start in ipairs(all) do
      for _, value in ipairs(wantedOf[tag]) do longer[#longer + 1] = i > 1 and start .. '\\31' .. value or value end
    end
    all = longer
  end
  return all
end

-- What ends latest first: most of a list is there.
local function rangesOf(number)
  local ranges, combinations = {}, combinationsOf(selections[number])
  for _, year in ipairs(years) do
    for _, values in ipairs(combinations) do
      ranges[#ranges + 1] = string.format('%s:i:%04d:%d:', base, year, number) .. values
    end
  end
  return ranges
end

local function sizeOf(ranges)
  local size = 0
  for _, range in ipairs(ranges) do size = size + redis.call('ZCARD', range) end
  return size
end

-- The selection with the fewest rows leads; other tags are looked up row by row. Without one all youths are gone through.
local lead, ranges, smallest
for number, selection in ipairs(selections) do
  local isUsable = true
  for _, tag in ipairs(selection) do if not wantedOf[tag] then isUsable = false end end
  if isUsable then
    local some = rangesOf(number)
    local size = #query.filter > 0 and sizeOf(some) or 0
    if not lead or size < smallest then lead, ranges, smallest = selection, some, size end
  end
end
local others = {}
for _, part in ipairs(query.filter) do
  local isLed = false
  for _, tag in ipairs(lead or {}) do if tag == part.tag then isLed = true end end
  if not isLed then others[#others + 1] = part.tag end
end

-- Two dates of four digits follow the place of a row, and sort before '~'.
local first = query.after and '(' .. query.after .. '~' or '[' .. query.newest

-- The row that an entry points at, and what the rows of its youth share.
local function valuesOf(member)
  local stop = member:find('\\0', 5, true)
  return redis.call('HMGET', base .. ':y:' .. member:sub(5, stop - 1), member:sub(stop + 1, -10), '')
end

local visited = 0
-- Looking a row up costs as much as looking at some entries.
local LOOK_UP = 5

-- Captures the tags that are asked for from the head of a row, up to the last of them.
local needed, asked, pattern = {}, {}, '^[^\\31\\n]*'
for _, tag in ipairs(others) do needed[tag] = true end
for _, tag in ipairs(query.by or {}) do needed[tag] = true end
for tag in pairs(needed) do asked[#asked + 1] = tag end
table.sort(asked)
for tag = 1, asked[#asked] or 0 do
  pattern = pattern .. (needed[tag] and '\\31([^\\31\\n]*)' or '\\31[^\\31\\n]*')
end

local function tagsIn(value)
  local captured, tags = { value:match(pattern) }, {}
  for i, tag in ipairs(asked) do tags[tag] = captured[i] end
  return tags
end

local function tagsOf(member)
  visited = visited + LOOK_UP
  return tagsIn(valuesOf(member)[1])
end

local function matches(tags)
  for _, tag in ipairs(others) do if not isWanted[tag][tags[tag]] then return false end end
  return true
end

local function holds(member) return tonumber(member:sub(-4), 36) > query.asOf and tonumber(member:sub(-8, -5), 36) <= query.asOf end

local function batchOf(range, min, last, size)
  local members = redis.call('ZRANGEBYLEX', range, min, last, 'LIMIT', 0, size)
  visited = visited + #members
  return members
end
local function tooMuch() return query.budget > 0 and visited >= query.budget end

-- Does work for every row of all youths that holds and has the tags. Gives the youth after whom to go on, nil at the end.
local function walk(work)
  local min, youths = state.min or '-', nil
  repeat
    if tooMuch() then return min end
    youths = redis.call('ZRANGEBYLEX', base .. ':youths', min, '+', 'LIMIT', 0, 100)
    for _, youth in ipairs(youths) do
      local rows = redis.call('HGETALL', base .. ':y:' .. youth)
      visited = visited + LOOK_UP + #rows / 2
      for i = 1, #rows, 2 do
        local key, value = rows[i], rows[i + 1]
        if key ~= '' and value:sub(1, 4) ~= '0000' then
          local member = value:sub(5, 8) .. youth .. '\\0' .. key .. '\\0' .. value:sub(9, 16)
          local tags = holds(member) and tagsIn(value)
          if tags and matches(tags) then work(member, tags) end
        end
      end
    end
    if #youths > 0 then min = '(' .. youths[#youths] end
  until #youths < 100
  return nil
end
`;

@echo off
rem Firedrill from its archive: needs Java 17 or newer. The servers run in containers: Docker Desktop.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if not defined JAVA_HOME (
  where /q java || (
    echo firedrill: Java 17 or newer is needed, on the PATH or in JAVA_HOME 1>&2
    exit /b 2
  )
)
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 -jar "%~dp0..\lib\firedrill.jar" %*
exit /b %ERRORLEVEL%
